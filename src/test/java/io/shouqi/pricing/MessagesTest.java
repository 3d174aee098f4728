package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern CODE = Pattern.compile("\"(pricing\\.[A-Za-z.]+)\"");

    @Test
    void every_refusal_is_said_in_chinese_and_in_english() throws IOException {
        assertThat(messages("pricing").keySet()).isEqualTo(codes());
        assertThat(messages("pricing_en").keySet()).isEqualTo(codes());
    }

    @Test
    void the_texts_of_the_workbench_are_there_in_both_languages() throws IOException {
        assertThat(messages("rules").keySet())
                .isNotEmpty()
                .isEqualTo(messages("rules_en").keySet());
    }

    private static Properties messages(String name) throws IOException {
        var messages = new Properties();
        try (var file = MessagesTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static TreeSet<Object> codes() throws IOException {
        var codes = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/io/shouqi/pricing"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }
}
