package io.shouqi.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {

    @ParameterizedTest
    @CsvSource({
        "0.00, 零元整",
        "0.01, 壹分",
        "0.10, 壹角整",
        "0.11, 壹角壹分",
        "1.00, 壹元整",
        "1.01, 壹元零壹分",
        "1.10, 壹元壹角整",
        "10.00, 壹拾元整",
        "15.00, 壹拾伍元整",
        "50000.00, 伍万元整",
        "50000.50, 伍万元零伍角整",
        "1234567890.12, 壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分",
    })
    void yuan_jiao_and_fen_are_written_out(String yuan, String capitals) {
        assertThat(written(yuan)).isEqualTo(capitals);
    }

    /** The examples of 支付结算办法, annex 1. */
    @ParameterizedTest
    @CsvSource({
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元零叁角贰分",
        "107000.53, 壹拾万柒仟元零伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
    })
    void the_examples_of_the_payment_rules_come_out_as_printed_there(String yuan, String capitals) {
        assertThat(written(yuan)).isEqualTo(capitals);
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 壹佰元整",
        "101.00, 壹佰零壹元整",
        "110.00, 壹佰壹拾元整",
        "1001.00, 壹仟零壹元整",
        "1010.00, 壹仟零壹拾元整",
        "10001.00, 壹万零壹元整",
        "10010.00, 壹万零壹拾元整",
        "10100.00, 壹万零壹佰元整",
        "11000.00, 壹万壹仟元整",
        "100000.00, 壹拾万元整",
        "100100.00, 壹拾万零壹佰元整",
        "1000001.00, 壹佰万零壹元整",
        "10010010.00, 壹仟零壹万零壹拾元整",
        "20000000.00, 贰仟万元整",
    })
    void a_run_of_noughts_inside_is_said_once_and_none_at_the_end(String yuan, String capitals) {
        assertThat(written(yuan)).isEqualTo(capitals);
    }

    @ParameterizedTest
    @CsvSource({
        "100000000.00, 壹亿元整",
        "100000001.00, 壹亿零壹元整",
        "100010000.00, 壹亿零壹万元整",
        "110000000.00, 壹亿壹仟万元整",
        "101000000.05, 壹亿零壹佰万元零伍分",
        "1000000000000.00, 壹万亿元整",
        "1000100000000.00, 壹万零壹亿元整",
        "999999999999999.99, 玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    })
    void hundreds_of_millions_are_counted_as_yi(String yuan, String capitals) {
        assertThat(written(yuan)).isEqualTo(capitals);
    }

    @Test
    void what_was_given_back_is_negative() {
        assertThat(ChineseAmount.of(Money.ofYuan("-1200.30"))).isEqualTo("人民币负壹仟贰佰元零叁角整");
    }

    @Property
    void what_was_written_reads_back_as_the_same_amount(@ForAll @LongRange(max = 99_999_999_999_999_999L) long fen) {
        assertThat(read(written(Money.ofFen(fen).yuan()))).isEqualTo(fen);
    }

    @Property
    void noughts_never_double_and_never_end_a_number(
            @ForAll @LongRange(min = 1, max = 99_999_999_999_999_999L) long fen) {
        assertThat(written(Money.ofFen(fen).yuan())).doesNotContain("零零", "零元", "零万", "零亿", "零角", "零分");
    }

    private static String written(String yuan) {
        var text = ChineseAmount.of(Money.ofYuan(yuan));
        assertThat(text).startsWith("人民币");
        return text.substring("人民币".length());
    }

    /** Reads the capitals the way a person does: digit by digit, unit by unit. */
    private static long read(String capitals) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (var c : capitals.toCharArray()) {
            var value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (c) {
                case '拾', '佰', '仟' -> section += digit * (long) Math.pow(10, "拾佰仟".indexOf(c) + 1);
                case '万' -> section = (section + digit) * 10_000;
                case '亿' -> total = (total + section + digit) * 100_000_000;
                case '元' -> total = (total + section + digit) * 100;
                case '角' -> total += digit * 10;
                case '分' -> total += digit;
                default -> {
                    continue;
                }
            }
            digit = 0;
            section = c == '拾' || c == '佰' || c == '仟' || c == '万' ? section : 0;
        }
        return total;
    }
}
