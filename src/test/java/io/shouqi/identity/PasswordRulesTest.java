package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouqi.shared.Checks;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> NAMES = List.of("收讫", "shouqi", "wang.li", "王力", "京瑞房产", "望京店", "li");

    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mountain river tea",
                "我家楼下的槐树开花了真香",
                "correct horse battery staple",
                "kdo39dkslq",
                "          spaces only here",
                "😀🍵🏔️🐟🌧️🎐🧧🚪🪑🕯️"
            })
    void a_password_of_any_characters_that_nobody_guesses_is_taken(String password) {
        assertThat(broken(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nine char, password.short",
        "我家楼下的槐树, password.short",
        "password123, password.common",
        "Password2024!, password.common",
        "iloveyou12, password.common",
        "ｐａｓｓｗｏｒｄ１２３, password.common",
        "1234567890, password.common",
        "Passw0rd!Passw0rd!, password.common",
        "passwordpassword, password.common",
        "password-Password-2024, password.common",
        "1q2w3e4r1q2w3e4r, password.common",
        "aaaaaaaaaaaa, password.simple",
        "abcabcabcabc, password.simple",
        "qwertyuiopas, password.simple",
        "10987654321098, password.simple",
        "i am wang.li at home, password.name",
        "SHOUQI for the win, password.name",
        "王力的密码谁也猜不到, password.name",
        "天天都在望京店上班, password.short",
        "天天都在望京店里上班呀, password.name"
    })
    void what_strangers_try_first_is_refused_with_the_rule_it_breaks(String password, String rule) {
        assertThat(broken(password)).contains(rule);
    }

    @Test
    void a_hundred_and_twenty_eight_characters_are_enough() {
        var sentence = "山高水长茶香".repeat(30);

        assertThat(broken(sentence.substring(0, 128))).isEmpty();
        assertThat(broken(sentence.substring(0, 129))).containsExactly("password.long");
    }

    @Test
    void all_of_a_long_password_counts() {
        var hashing = new WholePassword();
        var long_ = "山高水长茶香".repeat(20);

        assertThat(hashing.matches(long_, hashing.encode(long_))).isTrue();
        assertThat(hashing.matches(long_ + "x", hashing.encode(long_))).isFalse();
        assertThat(hashing.matches("ａｂｃ", hashing.encode("abc")))
                .as("full width")
                .isTrue();
    }

    private List<String> broken(String password) {
        var checks = new Checks();
        rules.check(password, NAMES, checks);
        var refusal = catchThrowableOfType(Refusal.class, checks::refuse);
        return refusal == null
                ? List.of()
                : refusal.fields().stream().map(FieldError::code).toList();
    }
}
