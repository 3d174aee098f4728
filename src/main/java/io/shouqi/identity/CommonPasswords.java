package io.shouqi.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The passwords that people choose most, as the build put them beside the classes. */
@Component
class CommonPasswords {

    private static final String LIST = "passwords/common.txt";
    private static final int SHORTEST = 4;
    private static final Pattern TRIMMINGS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+");

    /** The word begins with a letter and what is between does not, so there is one way to read it. */
    private static final Pattern REPEATED_WORD = Pattern.compile("\\P{L}*+(\\p{L}.*?)\\P{L}*+(?:\\1\\P{L}*+)+");

    private final Set<String> list;

    CommonPasswords() {
        var file = new ClassPathResource(LIST);
        if (!file.exists()) {
            throw new IllegalStateException(
                    "The list of common passwords is missing. Build with Maven, or run: node src/main/frontend/build.mjs");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            list = lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> line.length() >= SHORTEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it is one of them, also with digits and signs around it, also several times: neither password2024! nor
     * passwordpassword is better than password.
     */
    boolean contains(String lowerCase) {
        return isListed(lowerCase) || isListed(once(REPEATED, lowerCase)) || isListed(once(REPEATED_WORD, lowerCase));
    }

    private boolean isListed(String text) {
        return list.contains(text) || list.contains(TRIMMINGS.matcher(text).replaceAll(""));
    }

    private static String once(Pattern repeated, String text) {
        var found = repeated.matcher(text);
        return found.matches() ? found.group(1) : "";
    }
}
