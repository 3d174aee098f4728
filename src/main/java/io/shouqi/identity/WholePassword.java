package io.shouqi.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt over the whole of a password. By itself it reads 72 bytes, which is 24 Chinese characters. A keyed digest comes
 * first, so that hashes stolen elsewhere open nothing here; full-width letters of a Chinese keyboard count as the plain
 * ones.
 */
class WholePassword implements PasswordEncoder {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec DOMAIN =
            new SecretKeySpec("shouqi password".getBytes(StandardCharsets.UTF_8), ALGORITHM);

    private final PasswordEncoder bcrypt;

    WholePassword() {
        this(new BCryptPasswordEncoder());
    }

    WholePassword(PasswordEncoder bcrypt) {
        this.bcrypt = bcrypt;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return bcrypt.encode(password == null ? null : digest(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return bcrypt.matches(password == null ? null : digest(password), hash);
    }

    private static String digest(CharSequence password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(DOMAIN);
            var plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
            return Base64.getEncoder().encodeToString(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
