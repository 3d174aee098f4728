package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTest {

    @Test
    void a_phone_shows_its_first_three_and_last_four_digits() {
        assertThat(Masks.phone("+8613812341234")).isEqualTo("138****1234");
        assertThat(Masks.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masks.phone("+861084720000")).isEqualTo("108****0000");
        assertThat(Masks.phone("95588")).isEqualTo("****");
    }

    @Test
    void an_id_number_keeps_its_length() {
        assertThat(Masks.idNumber("110101199003071234")).isEqualTo("110***********1234");
        assertThat(Masks.idNumber("11010119900307123X")).isEqualTo("110***********123X");
        assertThat(Masks.idNumber("E123")).isEqualTo("****");
    }

    @Test
    void a_bank_account_shows_its_last_four_digits_only() {
        assertThat(Masks.bankAccount("6222020200012345678")).isEqualTo("**** 5678");
        assertThat(Masks.bankAccount("1234567")).isEqualTo("****");
    }

    @Test
    void an_e_mail_address_shows_one_letter_and_where_it_is() {
        assertThat(Masks.email("wangxm@example.com")).isEqualTo("w***@example.com");
        assertThat(Masks.email("@example.com")).isEqualTo("****");
    }
}
