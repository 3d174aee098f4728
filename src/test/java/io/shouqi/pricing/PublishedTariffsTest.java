package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tariffs that somebody published, each as rows alone, from the workbook to the amount. */
class PublishedTariffsTest {

    private static final PriceBook APPRAISAL = RulesFromRows.fees("""
            COMMISSION | 佣金   | 基本 | 二手房 | | | 买方 |           |           |      | 固定     |      | 0 | | | 免税
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 |           | 1000000   | 本档 | 分段累进 | 5‰   | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 1000000   | 10000000  | 本档 | 分段累进 | 2.5‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 10000000  | 20000000  | 本档 | 分段累进 | 1.5‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 20000000  | 50000000  | 本档 | 分段累进 | 0.8‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 50000000  | 80000000  | 本档 | 分段累进 | 0.4‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 80000000  | 100000000 | 本档 | 分段累进 | 0.2‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 100000000 |           | 本档 | 分段累进 | 0.1‰ | | | | 代收
            """);

    @ParameterizedTest
    @CsvSource({
        "1000000, 5000.00",
        "3000000, 10000.00",
        "5000000, 15000.00",
        "10000000, 27500.00",
        "20000000, 42500.00",
        "50000000, 66500.00",
        "80000000, 78500.00",
        "100000000, 82500.00",
        "150000000, 87500.00"
    })
    void the_appraisal_fee_counts_each_part_at_its_own_rate(String price, String fee) {
        assertThat(total(APPRAISAL, Deals.resale(price).with("APPRAISAL"))).isEqualTo(fee);
    }

    private static final PriceBook KOREA = RulesFromRows.fees("""
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 |            | 50000000   | 下一档 | 全额 | 0.6% | | | 250000 | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 50000000   | 200000000  | 下一档 | 全额 | 0.5% | | | 800000 | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 200000000  | 900000000  | 下一档 | 全额 | 0.4% | | |        | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 900000000  | 1200000000 | 下一档 | 全额 | 0.5% | | |        | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 1200000000 | 1500000000 | 下一档 | 全额 | 0.6% | | |        | 一般纳税人
            COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 1500000000 |            | 下一档 | 全额 | 0.7% | | |        | 一般纳税人
            """);

    @ParameterizedTest
    @CsvSource({
        "40000000, 240000.00",
        "45000000, 250000.00",
        "49999999.99, 250000.00",
        "50000000, 250000.00",
        "150000000, 750000.00",
        "199999999.99, 800000.00",
        "200000000, 800000.00",
        "600000000, 2400000.00",
        "899999999.99, 3600000.00",
        "900000000, 4500000.00",
        "950000000, 4750000.00",
        "1300000000, 7800000.00",
        "1500000000, 10500000.00",
        "1800000000, 12600000.00"
    })
    void in_korea_a_bound_belongs_to_the_upper_band_and_lower_bands_are_capped(String price, String fee) {
        assertThat(total(KOREA, Deals.resale(price))).isEqualTo(fee);
    }

    private static final PriceBook WHOLE = threeTiers("全额");
    private static final PriceBook PROGRESSIVE = threeTiers("分段累进");

    private static PriceBook threeTiers(String mode) {
        return RulesFromRows.fees("""
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 |         | 1000000 | 本档 | MODE | 2.5%% | | | | 一般纳税人
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 1000000 | 3000000 | 本档 | MODE | 3%%   | | | | 一般纳税人
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | 3000000 |         | 本档 | MODE | 3.5%% | | | | 一般纳税人
                """.replace("MODE", mode).replace("%%", "%"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 25000.00, 25000.00",
        "1000000.01, 30000.00, 25000.00",
        "2500000, 75000.00, 70000.00",
        "3000000, 90000.00, 85000.00",
        "3000001, 105000.04, 85000.04"
    })
    void the_same_tiers_mean_different_money_whole_and_progressive(String price, String whole, String progressive) {
        assertThat(total(WHOLE, Deals.resale(price))).isEqualTo(whole);
        assertThat(total(PROGRESSIVE, Deals.resale(price))).isEqualTo(progressive);
    }

    /** 计价格[1995]971号: 0.5 to 2.5 % of a sale, at most 3 % where exclusive, half a month to a month of rent, once. */
    private static final PriceBook CEILINGS = RulesFromRows.fees("""
            LOWEST    | 最低档 | 基本 | 二手房 | | | 买方 | | | | 全额     | 0.5% | | | | 一般纳税人
            HIGHEST   | 最高档 | 延伸 | 二手房 | | | 买方 | | | | 全额     | 2.5% | | | | 一般纳税人
            EXCLUSIVE | 独家   | 延伸 | 二手房 | | | 卖方 | | | | 全额     | 3%   | | | | 一般纳税人
            LOWEST    | 半个月 | 基本 | 租赁   | | | 租客 | | | | 月租倍数 | 0.5  | | | | 一般纳税人
            HIGHEST   | 一个月 | 延伸 | 租赁   | | | 房东 | | | | 月租倍数 | 1    | | | | 一般纳税人
            """);

    @ParameterizedTest
    @CsvSource({"LOWEST, 5000.00", "HIGHEST, 25000.00", "EXCLUSIVE, 30000.00"})
    void the_national_ceilings_of_1995_for_a_home_of_a_million(String item, String fee) {
        var quote = CEILINGS.quote(
                Deals.resale("1000000").with("HIGHEST", "EXCLUSIVE").request());

        assertThat(quote.lines())
                .filteredOn(line -> line.code().equals(item))
                .extracting(line -> line.amount().yuan())
                .containsExactly(fee);
    }

    @ParameterizedTest
    @CsvSource({"6500, 3250.00, 6500.00", "3333.33, 1666.67, 3333.33"})
    void the_national_ceilings_of_1995_for_a_month_of_rent(String rent, String half, String month) {
        assertThat(CEILINGS.quote(Deals.rental(rent).with("HIGHEST").request()).lines())
                .extracting(line -> line.amount().yuan())
                .containsExactly(half, month);
    }

    /** The first tier is a lump sum, the others add a share of what lies above it: how courts and notaries charge. */
    @ParameterizedTest
    @CsvSource({"8000, 50.00", "10000, 50.00", "20000, 300.00"})
    void a_lump_sum_below_and_shares_above(String price, String fee) {
        var court = RulesFromRows.fees("""
                FILING | 受理费 | 基本 | 二手房 | | | 买方 |       | 10000 | 本档 | 分段累进 | 0%   | 50 | | | 代收
                FILING | 受理费 | 基本 | 二手房 | | | 买方 | 10000 |       | 本档 | 分段累进 | 2.5% |    | | | 代收
                """);

        assertThat(total(court, Deals.resale(price))).isEqualTo(fee);
    }

    private static String total(PriceBook prices, Deals deal) {
        return prices.quote(deal.request()).total().yuan();
    }
}
