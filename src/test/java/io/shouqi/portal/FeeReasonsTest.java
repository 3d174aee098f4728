package io.shouqi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.pricing.Why;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class FeeReasonsTest {

    private final FeeReasons reasons = new FeeReasons(messages());

    @Test
    void a_proportion_is_price_times_rate() {
        assertThat(sentence("成交价", "5000000.00", "计费方式", "全额", "费率", "1%")).isEqualTo("成交价 ¥5,000,000.00 × 1%");
    }

    @Test
    void limits_and_the_discount_follow() {
        assertThat(sentence("成交价", "5000000.00", "计费方式", "全额", "费率", "1‰", "最低(元)", "500", "最高(元)", "5000", "折扣", "5%"))
                .isEqualTo("成交价 ¥5,000,000.00 × 1‰，最低 ¥500.00，最高 ¥5,000.00，优惠 5%");
    }

    @Test
    void tiers_are_shown_one_by_one() {
        assertThat(sentence(
                        "成交价",
                        "3000000.00",
                        "计费方式",
                        "分段累进",
                        "费率",
                        "2.5‰",
                        "第20行",
                        "1000000.00 × 5‰",
                        "第21行",
                        "2000000.00 × 2.5‰"))
                .isEqualTo("成交价 ¥3,000,000.00 分段：¥1,000,000.00 × 5‰ + ¥2,000,000.00 × 2.5‰");
    }

    @Test
    void a_fixed_fee_is_just_that() {
        assertThat(sentence("成交价", "5000000.00", "计费方式", "固定", "固定金额(元)", "1000"))
                .isEqualTo("固定收费 ¥1,000.00");
    }

    @Test
    void a_rental_counts_months() {
        assertThat(sentence("月租", "6500.00", "计费方式", "月租倍数", "费率", "0.5")).isEqualTo("月租 ¥6,500.00 × 0.5 个月");
    }

    @Test
    void english_readers_read_english() {
        var reason = reasons.of(
                why("成交价", "5000000.00", "费用名称", "佣金", "计费方式", "全额", "费率", "1%", "折扣", "5%"), Locale.ENGLISH);

        assertThat(reason.sentence()).isEqualTo("Price ¥5,000,000.00 × 1%, 5% off");
        assertThat(reason.table()).isEqualTo("Fee table");
        assertThat(reason.rounding()).isEqualTo("Half up to the fen");
        assertThat(reason.inputs())
                .extracting(FeeReason.Input::label, FeeReason.Input::value)
                .containsExactly(
                        tuple("Price", "¥5,000,000.00"),
                        tuple("Mode", "Whole amount"),
                        tuple("Rate", "1%"),
                        tuple("Discount", "5%"));
    }

    private String sentence(String... inputs) {
        return reasons.of(why(inputs), Locale.SIMPLIFIED_CHINESE).sentence();
    }

    private static Why why(String... inputs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < inputs.length; i += 2) {
            map.put(inputs[i], inputs[i + 1]);
        }
        return new Why("fees", 2, 11, map, "HALF_UP 0.01");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/portal");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
