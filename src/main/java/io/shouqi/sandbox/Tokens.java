package io.shouqi.sandbox;

import java.security.SecureRandom;

/** Random names in the alphabets the channels use. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Tokens() {}

    static String digits(int length) {
        return random(length, 10);
    }

    static String hex(int length) {
        return random(length, 16);
    }

    static String word(int length) {
        return random(length, LETTERS_AND_DIGITS.length());
    }

    private static String random(int length, int alphabet) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(RANDOM.nextInt(alphabet)));
        }
        return text.toString();
    }
}
