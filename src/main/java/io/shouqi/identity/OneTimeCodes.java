package io.shouqi.identity;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/** Time-based one-time codes as RFC 6238 has them: six digits, thirty seconds, SHA-1, as every phone's app does. */
final class OneTimeCodes {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** @return in Base32, as people type it where they cannot scan */
    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    /**
     * The time step a code belongs to: now, or one before or after, for clocks that differ a little.
     *
     * @param used the last step a code was taken for; it and those before it open no more
     */
    static OptionalLong step(String secret, String code, Instant now, @Nullable Long used) {
        var digits = SPACES.matcher(code).replaceAll("");
        if (!SIX_DIGITS.matcher(digits).matches()) {
            return OptionalLong.empty();
        }
        var current = now.getEpochSecond() / STEP.toSeconds();
        for (var step = current - 1; step <= current + 1; step++) {
            if ((used == null || step > used) && isSame(at(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String at(String secret, Instant time) {
        return at(secret, time.getEpochSecond() / STEP.toSeconds());
    }

    private static String at(String secret, long step) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), GENERATOR.getAlgorithm());
            return GENERATOR.generateOneTimePasswordString(key, step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret of ours is no key", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the QR code says to the phone. */
    static String address(String secret, String issuer, String username) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(username) + "?secret=" + secret + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
