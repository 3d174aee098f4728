package io.shouqi.identity.admin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords that an administrator hands out, such as kd7m-4tqx-9whp-2abc. 79 random bits withstand guessing whatever the
 * hash costs, so it costs little: hundreds of people are imported at once. The own password that replaces it pays in full.
 */
@Component
class FirstPasswords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);

    /** @param hash as the login reads it */
    record FirstPassword(String text, String hash) {

        @Override
        public String toString() {
            return "a first password";
        }
    }

    FirstPassword next() {
        var text = IntStream.range(0, GROUPS).mapToObj(group -> word()).collect(Collectors.joining("-"));
        return new FirstPassword(text, "{bcrypt}" + Objects.requireNonNull(encoder.encode(text)));
    }

    List<FirstPassword> next(int people) {
        return IntStream.range(0, people).mapToObj(person -> next()).toList();
    }

    private String word() {
        return IntStream.range(0, GROUP)
                .mapToObj(character -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }
}
