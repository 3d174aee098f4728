package io.shouqi.identity;

import io.shouqi.shared.Checks;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and not what a stranger tries first. Which characters it is made of is nobody's
 * business.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final String FIELD = "password";

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** @param words names of the person, the company, the store and the product */
    void check(String password, List<String> words, Checks checks) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            checks.add(FIELD, "password.short", SHORTEST);
            return;
        }
        if (length > LONGEST) {
            checks.add(FIELD, "password.long", LONGEST);
            return;
        }
        var plain = plain(password);
        words.stream()
                .filter(word -> isTelling(word) && plain.contains(plain(word)))
                .findFirst()
                .ifPresent(word -> checks.add(FIELD, "password.name", word));
        if (common.contains(plain)) {
            checks.add(FIELD, "password.common");
        } else if (Runs.isSimple(plain)) {
            checks.add(FIELD, "password.simple");
        }
    }

    /** Two Chinese characters are a name, two letters may be anything. */
    private static boolean isTelling(String word) {
        return word.codePointCount(0, word.length()) >= (word.chars().allMatch(c -> c < 128) ? 3 : 2);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
