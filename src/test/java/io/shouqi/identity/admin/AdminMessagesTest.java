package io.shouqi.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AdminMessagesTest {

    private static final Pattern CODE = Pattern.compile("[\"{'](admin\\.[A-Za-z3.]+[A-Za-z3])[\"}'(]");

    @Test
    void everything_the_pages_say_is_there_in_chinese_and_in_english() throws IOException {
        var chinese = messages("admin").keySet();

        assertThat(messages("admin_en").keySet()).isEqualTo(chinese);
        assertThat(chinese).containsAll(codes());
    }

    @Test
    void the_second_factor_and_its_code_have_one_name_each() throws IOException {
        for (var bundle : List.of("identity", "admin", "audit")) {
            assertThat(messages(bundle).values())
                    .as(bundle)
                    .noneMatch(text -> text.toString().matches(".*(验证码|手机验证(?!器)).*"));
        }
        assertThat(messages("admin").getProperty("admin.person.factor")).contains("第二道验证");
        assertThat(messages("audit").getProperty("audit.kind.second_factor")).isEqualTo("第二道验证");
        assertThat(messages("identity_en").getProperty("login.code.code")).isEqualTo("Verification code");
    }

    private static Properties messages(String name) throws IOException {
        var messages = new Properties();
        try (var file = AdminMessagesTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static TreeSet<Object> codes() throws IOException {
        var codes = new TreeSet<>();
        for (var place : List.of(
                "src/main/java/io/shouqi/identity/admin",
                "src/main/java/io/shouqi/portal/merchant",
                "src/main/resources/templates/admin")) {
            try (var files = Files.walk(Path.of(place))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
                }
            }
        }
        return codes;
    }
}
