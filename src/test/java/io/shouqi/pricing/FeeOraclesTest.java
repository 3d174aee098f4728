package io.shouqi.pricing;

import static io.shouqi.pricing.ShippedTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published tariffs, expressed by rows of the fee table alone, through the workbook and the rules. */
class FeeOraclesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static final CompiledTable APPRAISAL = tariff(
            band("", "1000000", "本档", "分段", "5‰", ""),
            band("1000000", "10000000", "本档", "分段", "2.5‰", ""),
            band("10000000", "20000000", "本档", "分段", "1.5‰", ""),
            band("20000000", "50000000", "本档", "分段", "0.8‰", ""),
            band("50000000", "80000000", "本档", "分段", "0.4‰", ""),
            band("80000000", "100000000", "本档", "分段", "0.2‰", ""),
            band("100000000", "", "本档", "分段", "0.1‰", ""));

    private static final CompiledTable KOREA = tariff(
            band("", "50000000", "下一档", "全额", "0.6%", "250000"),
            band("50000000", "200000000", "下一档", "全额", "0.5%", "800000"),
            band("200000000", "900000000", "下一档", "全额", "0.4%", ""),
            band("900000000", "1200000000", "下一档", "全额", "0.5%", ""),
            band("1200000000", "1500000000", "下一档", "全额", "0.6%", ""),
            band("1500000000", "", "下一档", "全额", "0.7%", ""));

    private static final CompiledTable WHOLE = tiers("全额");
    private static final CompiledTable PROGRESSIVE = tiers("分段");

    @ParameterizedTest
    @CsvSource({
        "1000000, 5000",
        "3000000, 10000",
        "5000000, 15000",
        "10000000, 27500",
        "20000000, 42500",
        "50000000, 66500",
        "80000000, 78500",
        "100000000, 82500",
        "150000000, 87500"
    })
    void the_published_appraisal_tariff_is_progressive(String price, String fee) {
        assertThat(fee(APPRAISAL, price)).isEqualTo(Money.ofYuan(fee));
    }

    @ParameterizedTest
    @CsvSource({
        "150000000, 750000",
        "200000000, 800000",
        "600000000, 2400000",
        "950000000, 4750000",
        "1300000000, 7800000",
        "1800000000, 12600000"
    })
    void korea_takes_the_whole_amount_with_caps_and_the_boundary_belongs_to_the_upper_band(String price, String fee) {
        assertThat(fee(KOREA, price)).isEqualTo(Money.ofYuan(fee));
    }

    @ParameterizedTest
    @CsvSource({
        "2500000, 75000, 70000",
        "3000001, 105000.04, 85000.04",
        "1000000, 25000, 25000",
        "3000000, 90000, 85000"
    })
    void the_same_tiers_mean_different_money_by_whole_amount_and_by_band(
            String price, String whole, String progressive) {
        assertThat(fee(WHOLE, price)).isEqualTo(Money.ofYuan(whole));
        assertThat(fee(PROGRESSIVE, price)).isEqualTo(Money.ofYuan(progressive));
    }

    private static Money fee(CompiledTable table, String price) {
        var base = Money.ofYuan(price);
        var fired = table.fire(
                new RuleCase(DAY).type(DealType.RESALE).place("北京", "BJ01").amount(base.fen()));
        return Fee.of(base, Specificity.most(fired)).amount();
    }

    private static CompiledTable tiers(String mode) {
        return tariff(
                band("", "1000000", "本档", mode, "2.5%", ""),
                band("1000000", "3000000", "本档", mode, "3%", ""),
                band("3000000", "", "本档", mode, "3.5%", ""));
    }

    private static Map<String, String> band(
            String from, String to, String boundary, String mode, String rate, String maximum) {
        return row(
                Tables.FEES,
                "COMMISSION",
                "佣金",
                "基本",
                "二手房买卖",
                "",
                "",
                "买方",
                from,
                to,
                boundary,
                mode,
                rate,
                "",
                "",
                maximum,
                "一般计税");
    }

    @SafeVarargs
    private static CompiledTable tariff(Map<String, String>... bands) {
        var workbook = WorkbookWriter.forPeople(Tables.FEES, new ArrayList<>(List.of(bands)));
        return CompiledTable.of(Tables.FEES, WorkbookReader.read(Tables.FEES, workbook));
    }
}
