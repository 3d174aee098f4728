package io.shouqi.identity;

import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A password that an administrator hands to somebody new. Its 79 random bits withstand guessing whatever the hash costs,
 * so it costs little: hundreds of people are imported at once. The own password that replaces it pays in full.
 *
 * @param text to be shown once
 * @param hash as the login reads it
 */
public record FirstPassword(String text, String hash) {

    private static final int LENGTH = 16;
    private static final PasswordEncoder CHEAP = new WholePassword(new BCryptPasswordEncoder(4));

    public static FirstPassword random() {
        var text = RandomText.ofLength(LENGTH);
        return new FirstPassword(text, Objects.requireNonNull(CHEAP.encode(text)));
    }

    @Override
    public String toString() {
        return "a first password";
    }
}
