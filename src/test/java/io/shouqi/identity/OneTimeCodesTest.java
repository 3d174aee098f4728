package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {

    /** "12345678901234567890", the secret of RFC 6238's examples, whose codes have eight digits. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final Instant NOW = Instant.ofEpochSecond(1111111109);

    @Test
    void codes_are_those_of_the_standard() {
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(20000000000L))).isEqualTo("353130");
    }

    @Test
    void a_clock_may_differ_by_one_step_and_not_by_two() {
        for (var seconds : new int[] {-30, 0, 30}) {
            assertThat(takes(NOW.plusSeconds(seconds), null)).as(seconds + " s").isTrue();
        }
        for (var seconds : new int[] {-60, 60}) {
            assertThat(takes(NOW.plusSeconds(seconds), null)).as(seconds + " s").isFalse();
        }
    }

    @Test
    void a_step_that_was_used_opens_no_more_nor_do_those_before() {
        var used = OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, NOW), NOW, null)
                .getAsLong();

        assertThat(takes(NOW, used)).isFalse();
        assertThat(takes(NOW.minusSeconds(30), used)).isFalse();
        assertThat(takes(NOW.plusSeconds(30), used)).isTrue();
    }

    @Test
    void spaces_are_no_matter_and_anything_else_is_no_code() {
        assertThat(OneTimeCodes.step(SECRET, " 081 804 ", NOW, null)).isPresent();
        for (var odd : new String[] {"", "81804", "0818040", "-81804", "０８１８０４", "abcdef"}) {
            assertThat(OneTimeCodes.step(SECRET, odd, NOW, null)).as(odd).isEmpty();
        }
    }

    @Test
    void the_address_names_the_product_and_the_person() {
        assertThat(OneTimeCodes.address(SECRET, "收讫", "wang li"))
                .isEqualTo(
                        "otpauth://totp/%E6%94%B6%E8%AE%AB:wang%20li?secret=" + SECRET + "&issuer=%E6%94%B6%E8%AE%AB");
        assertThat(OneTimeCodes.newSecret()).hasSize(32).isNotEqualTo(OneTimeCodes.newSecret());
    }

    private static boolean takes(Instant shown, Long used) {
        return OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, shown), NOW, used)
                .isPresent();
    }
}
