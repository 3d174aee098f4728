package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Tariffs that somebody published and the product has never seen: entered as a spreadsheet, validated, replayed,
 * approved, published, and computed to the cent.
 */
@ShouqiTest
class OwnTariffTest {

    /** Appraisal by parts, commission with caps where a bound belongs to the upper band, months of rent, a floor. */
    private static final String TARIFF = """
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 |            | 50000000   | 下一档 | 全额 | 0.6% | | | 250000 | 一般纳税人
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 | 50000000   | 200000000  | 下一档 | 全额 | 0.5% | | | 800000 | 一般纳税人
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 | 200000000  | 900000000  | 下一档 | 全额 | 0.4% | | |        | 一般纳税人
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 | 900000000  | 1200000000 | 下一档 | 全额 | 0.5% | | |        | 一般纳税人
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 | 1200000000 | 1500000000 | 下一档 | 全额 | 0.6% | | |        | 一般纳税人
            COMMISSION | 中介费 | 基本 | 二手房 | | | 买方 | 1500000000 |            | 下一档 | 全额 | 0.7% | | |        | 一般纳税人
            COMMISSION | 中介费 | 基本 | 租赁   | | | 租客 |           |           |      | 月租倍数 | 0.5  | | 1000 | | 一般纳税人
            COMMISSION | 中介费 | 基本 | 租赁   | | | 房东 |           |           |      | 月租倍数 | 1    | |      | | 一般纳税人
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 |           | 1000000   | 本档 | 分段累进 | 5‰   | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 1000000   | 10000000  | 本档 | 分段累进 | 2.5‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 10000000  | 20000000  | 本档 | 分段累进 | 1.5‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 20000000  | 50000000  | 本档 | 分段累进 | 0.8‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 50000000  | 80000000  | 本档 | 分段累进 | 0.4‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 80000000  | 100000000 | 本档 | 分段累进 | 0.2‰ | | | | 代收
            APPRAISAL  | 评估费 | 延伸 | 二手房 | | | 买方 | 100000000 |           | 本档 | 分段累进 | 0.1‰ | | | | 代收
            """;

    private static final List<List<String>> APPRAISAL = List.of(
            List.of("1000000", "5000.00"),
            List.of("3000000", "10000.00"),
            List.of("5000000", "15000.00"),
            List.of("10000000", "27500.00"),
            List.of("20000000", "42500.00"),
            List.of("50000000", "66500.00"),
            List.of("80000000", "78500.00"),
            List.of("100000000", "82500.00"),
            List.of("150000000", "87500.00"));

    private static final List<List<String>> COMMISSION = List.of(
            List.of("45000000", "250000.00"),
            List.of("50000000", "250000.00"),
            List.of("150000000", "750000.00"),
            List.of("200000000", "800000.00"),
            List.of("600000000", "2400000.00"),
            List.of("950000000", "4750000.00"),
            List.of("1300000000", "7800000.00"),
            List.of("1800000000", "12600000.00"));

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PriceBook prices;

    @Autowired
    private TaxRates taxes;

    @Autowired
    private Replays replays;

    @Autowired
    private RuleTables tables;

    @Test
    void a_published_tariff_goes_from_a_spreadsheet_to_its_own_examples() {
        var firm = new RuleFirm(application);
        firm.sign("5000000");

        var version = firm.draft("fees", TARIFF);
        assertThat(tables.mistakes(firm.code, "fees", Integer.toString(version)))
                .noneMatch(Mistake::isError);
        firm.publish("fees", version);

        assertThat(replays.current(firm.code, "fees", version).orElseThrow().delta())
                .as("5,000,000 paid 100,000 and would have paid 0.6 percent")
                .isEqualTo(Money.ofYuan("-70000.00"));
        assertThat(firm.state("fees", version)).isEqualTo(RuleStatus.PUBLISHED);
        var wrong = new ArrayList<String>();
        APPRAISAL.forEach(example -> expect(wrong, example, fee(firm, example.get(0), "APPRAISAL")));
        COMMISSION.forEach(example -> expect(wrong, example, fee(firm, example.get(0), "COMMISSION")));
        assertThat(wrong).isEmpty();
    }

    @Test
    void months_of_rent_have_a_floor_and_the_tax_is_inside() {
        var firm = new RuleFirm(application);
        firm.publish("fees", firm.draft("fees", TARIFF));

        assertThat(rent(firm, "6500")).containsExactly("3250.00", "6500.00");
        assertThat(rent(firm, "1500")).containsExactly("1000.00", "1500.00");
        var rate = taxes.rate(firm.code, "VAT_6", firm.today());
        assertThat(taxes.split(Money.ofYuan("106000"), rate))
                .isEqualTo(new TaxSplit(Money.ofYuan("100000.00"), Money.ofYuan("6000.00")));
    }

    private List<String> rent(RuleFirm firm, String rent) {
        var request = new QuoteRequest(
                firm.code, DealType.RENTAL, "北京", firm.store, firm.today(), null, Money.ofYuan(rent), List.of(), null);
        return prices.quote(request).lines().stream()
                .map(line -> line.amount().yuan())
                .toList();
    }

    private String fee(RuleFirm firm, String price, String code) {
        var request = new QuoteRequest(
                firm.code,
                DealType.RESALE,
                "北京",
                firm.store,
                firm.today(),
                Money.ofYuan(price),
                null,
                List.of("APPRAISAL"),
                null);
        return prices.quote(request).lines().stream()
                .filter(line -> line.code().equals(code))
                .map(line -> line.amount().yuan())
                .findFirst()
                .orElse("nothing");
    }

    private static void expect(List<String> wrong, List<String> example, String fee) {
        if (!fee.equals(example.get(1))) {
            wrong.add(example + " is " + fee);
        }
    }
}
