package io.shouqi.portal.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,000.00|1000.00", "１００|100", "' 1 000 '|1000", "¥29,000元|29000", "29000|29000", "5万|5万", "-1|-1"
            })
    void amounts_are_taken_as_people_write_them(String typed, String plain) {
        assertThat(TypedAmount.plain(typed)).isEqualTo(plain);
    }
}
