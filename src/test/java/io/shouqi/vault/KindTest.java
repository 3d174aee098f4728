package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void a_phone_is_the_same_however_it_is_typed() {
        for (var typed : new String[] {
            "+8613812345678", "13812345678", " 138 1234 5678", "138-1234-5678", "86 13812345678", "１３８１２３４５６７８"
        }) {
            assertThat(Kind.PHONE.normal(typed)).as(typed).isEqualTo("+8613812345678");
        }
        assertThat(Kind.PHONE.normal("5678")).isEqualTo("5678");
        assertThat(Kind.PHONE.normal("王小明")).isEmpty();
    }

    @Test
    void an_id_number_is_written_large_and_without_spaces() {
        assertThat(Kind.ID_NUMBER.normal("110101 19900307 123x")).isEqualTo("11010119900307123X");
    }

    @Test
    void a_bank_account_has_no_gaps() {
        assertThat(Kind.BANK_ACCOUNT.normal("6222 0202-0001　2345 678")).isEqualTo("6222020200012345678");
    }

    @Test
    void a_link_is_taken_letter_by_letter() {
        assertThat(Kind.LINK.normal("aB-c_D")).isEqualTo("aB-c_D");
    }
}
