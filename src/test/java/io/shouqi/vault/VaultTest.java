package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.ShouqiTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShouqiTest
class VaultTest {

    private static final SealedColumn PHONE = new SealedColumn("customer", "phone", Kind.PHONE);
    private static final SealedColumn ACCOUNT = new SealedColumn("customer", "account", Kind.BANK_ACCOUNT);
    private static final String NUMBER = "+8613512345678";

    @Autowired
    Vault vault;

    @Autowired
    BlindIndex index;

    @Test
    void what_is_sealed_opens_again_and_shows_nothing_of_itself() {
        var place = PHONE.of("1");

        var one = vault.seal(NUMBER, place);
        var two = vault.seal(NUMBER, place);

        assertThat(vault.open(one, place)).isEqualTo(NUMBER);
        assertThat(new String(one.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("13512345678");
        assertThat(one).as("sealed twice, it looks different").isNotEqualTo(two).hasToString("sealed");
    }

    @Test
    void it_opens_in_no_other_row_or_column_and_not_when_it_was_changed() {
        var moved = vault.seal(NUMBER, PHONE.of("1"));
        assertThatThrownBy(() -> vault.open(moved, PHONE.of("2"))).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> vault.open(moved, ACCOUNT.of("1"))).isInstanceOf(CannotOpen.class);

        var bytes = moved.bytes();
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(new Sealed(bytes), PHONE.of("1")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageStartingWith("customer/phone/1 does not open");
        assertThatThrownBy(() -> vault.open(new Sealed(NUMBER.getBytes(StandardCharsets.UTF_8)), PHONE.of("1")))
                .isInstanceOf(CannotOpen.class)
                .hasMessage("customer/phone/1 holds nothing that was sealed");
    }

    @Test
    void a_number_is_found_by_the_whole_of_it_or_its_last_four_digits() {
        var stored = vault.sealNumber(NUMBER, PHONE.of("1"));

        for (var typed : new String[] {NUMBER, "13512345678", " 135 1234 5678 ", "5678"}) {
            assertThat(index.wanted(Kind.PHONE, typed).matches(stored))
                    .as(typed)
                    .isTrue();
        }
        for (var typed : new String[] {"13512345679", "1234", "678", "45678", "1351234", "", "王小明"}) {
            assertThat(index.wanted(Kind.PHONE, typed).matches(stored))
                    .as(typed)
                    .isFalse();
        }
    }

    @Test
    void the_same_digits_in_another_kind_of_column_are_not_the_same() {
        var digits = "62220001234";
        var phone = vault.sealNumber(digits, PHONE.of("1"));
        var account = vault.sealNumber(digits, ACCOUNT.of("1"));

        assertThat(phone.index()).isNotEqualTo(account.index());
        assertThat(phone.tail()).isNotEqualTo(account.tail());
        assertThat(index.wanted(Kind.PHONE, digits).matches(account)).isFalse();
    }

    @Test
    void what_is_never_looked_for_is_never_found() {
        assertThat(index.wanted(Kind.SECRET, "JBSWY3DPEHPK3PXP").whole()).isEmpty();
    }
}
