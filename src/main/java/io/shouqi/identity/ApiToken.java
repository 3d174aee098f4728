package io.shouqi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The text of an API key: {@code sq_} and 256 random bits. It is shown once; what is stored is its hash. */
public record ApiToken(String text) {

    private static final String PREFIX = "sq_";
    private static final int BYTES = 32;
    private static final int HINT = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ApiToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** API keys are long and random, so one round of SHA-256 is enough. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first characters, by which people tell keys apart. */
    public String hint() {
        return text.substring(0, Math.min(HINT, text.length() / 2));
    }

    @Override
    public String toString() {
        return "an API key";
    }
}
