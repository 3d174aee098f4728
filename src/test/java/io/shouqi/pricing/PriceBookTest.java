package io.shouqi.pricing;

import static io.shouqi.pricing.RulesFromRows.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private static final PriceBook PRICES = new PriceBook(new RulesFromRows()
            .version(FeeForm.FORM, "2011-01-01", """
                    COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | | | | 全额 | 2.2% | | | | 一般纳税人
                    SERVICE    | 服务费 | 基本 | 二手房 | 北京 | | 买方 | | | | 全额 | 0.5% | | | | 一般纳税人
                    """)
            .version(FeeForm.FORM, "2023-09-01", """
                    COMMISSION | 佣金       | 基本 | 二手房 |      |      | 买方 |          |          | | 全额     | 2%   |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 二手房 | 北京 |      | 买方 |          |          | | 全额     | 1%   |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 二手房 | 北京 |      | 卖方 |          |          | | 全额     | 1%   |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 二手房 |      | BJ02 | 买方 |          |          | | 全额     | 0.8% |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 租赁   |      |      | 租客 |          |          | | 月租倍数 | 0.5  |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 租赁   |      |      | 房东 |          |          | | 月租倍数 | 0.5  |      | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 新房   | 北京 |      | 开发商 |        | 10000000 | | 全额     | 2%   |      | | | 小规模纳税人
                    TRANSFER   | 过户代办   | 延伸 | 二手房 |      |      | 买方 |          |          | | 固定     |      | 1000 | | | 一般纳税人
                    REGISTRY   | 登记费     | 基本 | 二手房 | 北京 |      | 买方 |          |          | | 固定     |      | 80   | | | 代收 | 2024-06-01 | 2024-06-30
                    LUXURY     | 高端服务   | 延伸 | 二手房 |      |      | 买方 | 10000000 |          | | 固定     |      | 9000 | | | 一般纳税人
                    APPRAISAL  | 评估费     | 延伸 | 二手房 |      |      | 买方 |          | 1000000  | | 分段累进 | 5‰   |      | | | 代收
                    APPRAISAL  | 评估费     | 延伸 | 二手房 |      |      | 买方 | 1000000  |          | | 分段累进 | 2.5‰ |      | | | 代收
                    """)
            .inForce());

    @Test
    void before_september_2023_the_buyer_in_beijing_pays_135000_of_5_million() {
        var quote = quote(Deals.resale("5000000").signedOn("2023-08-31"));

        assertThat(quote.total()).isEqualTo(Money.ofYuan("135000.00"));
        assertThat(quote.lines()).allMatch(line -> line.payer() == PartyRole.BUYER);
        assertThat(quote.lines()).allMatch(line -> line.why().version() == 1);
    }

    @Test
    void from_september_2023_buyer_and_seller_pay_50000_each() {
        var quote = quote(Deals.resale("5000000").signedOn("2023-09-01"));

        assertThat(quote.total()).isEqualTo(Money.ofYuan("100000.00"));
        assertThat(quote.lines())
                .extracting(FeeLine::payer, line -> line.amount().yuan())
                .containsExactly(tuple(PartyRole.BUYER, "50000.00"), tuple(PartyRole.SELLER, "50000.00"));
    }

    @Test
    void a_store_row_beats_a_city_row_and_a_city_row_a_nationwide_one() {
        assertThat(buyerPays(Deals.resale("1000000").in("成都", "CD01"))).isEqualTo("20000.00");
        assertThat(buyerPays(Deals.resale("1000000").in("北京", "BJ01"))).isEqualTo("10000.00");
        assertThat(buyerPays(Deals.resale("1000000").in("北京", "BJ02"))).isEqualTo("8000.00");
    }

    @Test
    void what_one_payer_owes_does_not_replace_what_another_owes() {
        assertThat(quote(Deals.resale("1000000").in("北京", "BJ02")).lines())
                .extracting(FeeLine::payer, line -> line.amount().yuan())
                .containsExactlyInAnyOrder(tuple(PartyRole.SELLER, "10000.00"), tuple(PartyRole.BUYER, "8000.00"));
    }

    @Test
    void tenant_and_landlord_pay_half_a_month_each() {
        assertThat(quote(Deals.rental("8500.01")).lines())
                .extracting(FeeLine::payer, line -> line.amount().yuan())
                .containsExactly(tuple(PartyRole.TENANT, "4250.01"), tuple(PartyRole.LANDLORD, "4250.01"));
    }

    @Test
    void a_row_counts_from_its_first_to_its_last_day() {
        assertThat(codes(Deals.resale("1000000").signedOn("2024-05-31"))).doesNotContain("REGISTRY");
        assertThat(codes(Deals.resale("1000000").signedOn("2024-06-01"))).contains("REGISTRY");
        assertThat(codes(Deals.resale("1000000").signedOn("2024-06-30"))).contains("REGISTRY");
        assertThat(codes(Deals.resale("1000000").signedOn("2024-07-01"))).doesNotContain("REGISTRY");
    }

    @Test
    void extended_services_are_charged_only_where_they_were_chosen() {
        assertThat(codes(Deals.resale("1000000"))).containsOnly("COMMISSION");
        assertThat(codes(Deals.resale("1000000").with("APPRAISAL")))
                .containsExactly("COMMISSION", "COMMISSION", "APPRAISAL");
    }

    @Test
    void a_discount_is_taken_off_basic_lines_that_are_the_companys_own() {
        var quote = quote(Deals.resale("1000000")
                .signedOn("2024-06-15")
                .with("TRANSFER", "APPRAISAL")
                .discounted("5"));

        assertThat(quote.lines())
                .extracting(FeeLine::code, line -> line.amount().yuan())
                .containsExactly(
                        tuple("COMMISSION", "9500.00"),
                        tuple("COMMISSION", "9500.00"),
                        tuple("TRANSFER", "1000.00"),
                        tuple("REGISTRY", "80.00"),
                        tuple("APPRAISAL", "5000.00"));
    }

    @Test
    void entrusted_money_has_no_tax_treatment() {
        assertThat(quote(Deals.resale("1000000").with("APPRAISAL")).lines())
                .extracting(FeeLine::code, FeeLine::entrusted, FeeLine::tax)
                .contains(tuple("APPRAISAL", true, null), tuple("COMMISSION", false, "VAT_6"));
    }

    @Test
    void a_line_names_table_version_row_inputs_and_rounding() {
        var why = quote(Deals.resale("1000000").in("北京", "BJ02").discounted("5"))
                .lines()
                .get(0)
                .why();

        assertThat(why).isEqualTo(new Why("fees", 2, 14, why.inputs(), "HALF_UP 0.01"));
        assertThat(List.copyOf(why.inputs().entrySet()))
                .containsExactly(
                        Map.entry("成交价", "1000000.00"),
                        Map.entry("费用代码", "COMMISSION"),
                        Map.entry("费用名称", "佣金"),
                        Map.entry("类别", "基本"),
                        Map.entry("交易类型", "二手房"),
                        Map.entry("门店编号", "BJ02"),
                        Map.entry("付款方", "买方"),
                        Map.entry("计费方式", "全额"),
                        Map.entry("费率", "0.8%"),
                        Map.entry("计税", "一般纳税人"),
                        Map.entry("折扣", "5%"));
    }

    @Test
    void a_progressive_line_names_every_tier_and_the_row_of_the_highest() {
        var why =
                quote(Deals.resale("3000000").with("APPRAISAL")).lines().get(2).why();

        assertThat(why.row()).isEqualTo(22);
        assertThat(why.inputs()).containsEntry("第21行", "1000000.00 × 5‰").containsEntry("第22行", "2000000.00 × 2.5‰");
    }

    @Test
    void the_services_to_choose_from_are_the_extended_items_of_the_place() {
        assertThat(PRICES.services(COMPANY, DealType.RESALE, "北京", "BJ01", LocalDate.parse("2024-03-01")))
                .containsExactly(
                        new FeeItem("TRANSFER", "过户代办", FeeGroup.EXTENDED),
                        new FeeItem("LUXURY", "高端服务", FeeGroup.EXTENDED),
                        new FeeItem("APPRAISAL", "评估费", FeeGroup.EXTENDED));
        assertThat(PRICES.services(COMPANY, DealType.RENTAL, "北京", "BJ01", LocalDate.parse("2024-03-01")))
                .isEmpty();
    }

    @Test
    void services_without_a_price_are_named_one_by_one() {
        assertThat(refused(Deals.resale("1000000").with("TRANSFER", "MASSAGE", "TRANSFER", "LUXURY")))
                .containsExactly(
                        FieldError.of("services[1]", "pricing.service.unknown", "MASSAGE"),
                        FieldError.of("services[2]", "pricing.service.twice", "TRANSFER"),
                        FieldError.of("services[3]", "pricing.service.amount", "LUXURY"));
    }

    @Test
    void a_basic_item_is_not_a_service_to_choose() {
        assertThat(refused(Deals.resale("1000000").with("COMMISSION")))
                .containsExactly(FieldError.of("services[0]", "pricing.service.unknown", "COMMISSION"));
    }

    @Test
    void a_city_without_a_row_is_named() {
        assertThat(refused(Deals.newHome("1000000").in("成都", "CD01")))
                .containsExactly(FieldError.of("city", "pricing.city.none", "成都"));
    }

    @Test
    void a_price_without_a_tier_is_named() {
        assertThat(refused(Deals.newHome("10000000.01")))
                .containsExactly(FieldError.of("price", "pricing.amount.none"));
    }

    @Test
    void a_day_before_the_first_table_is_named() {
        assertThat(refused(Deals.resale("1000000").signedOn("2010-12-31")))
                .containsExactly(FieldError.of("signedOn", "pricing.table.none", "收费标准", "2010-12-31"));
    }

    @Test
    void a_deal_without_its_amount_is_named() {
        var day = LocalDate.parse("2024-03-01");
        var withoutRent =
                new QuoteRequest(COMPANY, DealType.RENTAL, "北京", "BJ01", day, Money.ofYuan("1"), null, List.of(), null);

        assertThat(refusal(withoutRent)).containsExactly(FieldError.of("monthlyRent", "field.required"));
    }

    @Test
    void an_impossible_discount_is_named() {
        assertThat(refused(Deals.resale("1000000").discounted("100.01")))
                .containsExactly(FieldError.of("discount.percent", "pricing.discount"));
        assertThat(quote(Deals.resale("1000000").discounted("100")).total()).isEqualTo(Money.ZERO);
    }

    @Test
    void another_company_has_another_price_book() {
        var deal = Deals.resale("1000000").request();
        var stranger = new QuoteRequest(
                "other",
                deal.type(),
                deal.city(),
                deal.storeCode(),
                deal.signedOn(),
                deal.price(),
                null,
                List.of(),
                BigDecimal.ZERO);

        assertThat(refusal(stranger)).extracting(FieldError::code).containsExactly("pricing.table.none");
    }

    private static Quote quote(Deals deal) {
        return PRICES.quote(deal.request());
    }

    private static List<String> codes(Deals deal) {
        return quote(deal).lines().stream().map(FeeLine::code).toList();
    }

    private static String buyerPays(Deals deal) {
        return quote(deal).lines().stream()
                .filter(line -> line.payer() == PartyRole.BUYER)
                .map(line -> line.amount().yuan())
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldError> refused(Deals deal) {
        return refusal(deal.request());
    }

    private static List<FieldError> refusal(QuoteRequest request) {
        return catchThrowableOfType(Refusal.class, () -> PRICES.quote(request)).fields();
    }
}
