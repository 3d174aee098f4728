package io.shouqi.pricing;

import static io.shouqi.pricing.RulesFromRows.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Approval levels, channel fees, commission shares, tax rates and instalment templates, from rows to answers. */
class SmallTablesTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-01");

    private static final ApprovalLevels LEVELS = new ApprovalLevels(RulesFromRows.of(ApprovalLevels.FORM, """
            打折     |      |     | 5%  |       |       | 店长
            打折     |      | 5%  | 10% |       |       | 区域经理
            打折     |      | 10% |     |       |       | 总监
            打折     | 新房 |     |     |       |       | 总监     | 财务
            退款     |      |     |     |       | 100   | 无需审批
            退款     |      |     |     | 100   | 50000 | 店长     | 财务
            退款     |      |     |     | 50000 |       | 店长     | 区域经理 | 财务
            """));

    @ParameterizedTest
    @CsvSource({
        "0.5, STORE_MANAGER",
        "5, STORE_MANAGER",
        "5.00000001, AREA_MANAGER",
        "5.000000001, AREA_MANAGER",
        "10, AREA_MANAGER",
        "10.01, DIRECTOR",
        "100, DIRECTOR"
    })
    void the_higher_the_discount_the_higher_the_approver(String percent, String approver) {
        assertThat(approvers("DISCOUNT", DealType.RESALE, percent, null)).containsExactly(approver);
    }

    @Test
    void a_row_for_a_kind_of_deal_beats_the_general_one() {
        assertThat(approvers("DISCOUNT", DealType.NEW_HOME, "1", null)).containsExactly("DIRECTOR", "FINANCE");
    }

    @Test
    void amounts_decide_as_percents_do() {
        assertThat(approvers("REFUND", null, null, "100")).isEmpty();
        assertThat(approvers("REFUND", null, null, "100.01")).containsExactly("STORE_MANAGER", "FINANCE");
        assertThat(approvers("REFUND", null, null, "50000.01"))
                .containsExactly("STORE_MANAGER", "AREA_MANAGER", "FINANCE");
    }

    @Test
    void what_is_not_said_is_taken_to_be_as_much_as_can_be() {
        assertThat(approvers("DISCOUNT", DealType.RESALE, null, null)).containsExactly("DIRECTOR");
        assertThat(approvers("REFUND", null, null, null)).containsExactly("STORE_MANAGER", "AREA_MANAGER", "FINANCE");
    }

    @Test
    void what_no_row_asks_for_needs_nobody() {
        assertThat(approvers("WAIVER", null, null, "1")).isEmpty();
    }

    private static List<String> approvers(
            String kind, @Nullable DealType type, @Nullable String percent, @Nullable String yuan) {
        return LEVELS.approvers(new ApprovalCase(
                COMPANY,
                kind,
                type,
                percent == null ? null : new BigDecimal(percent),
                yuan == null ? null : Money.ofYuan(yuan),
                DAY));
    }

    private static final ChannelFees CHANNELS = new ChannelFees(RulesFromRows.of(ChannelFees.FORM, """
            微信支付 | 0.6%
            支付宝   | 0.38% | 0.01
            借记卡   | 0.5%  |      | 20
            信用卡   | 0.6%
            现金     | 0%
            """));

    @ParameterizedTest
    @CsvSource({
        "WECHAT, 1000, 6.00",
        "WECHAT, 0.83, 0.00",
        "WECHAT, 0.84, 0.01",
        "ALIPAY, 1000, 3.80",
        "ALIPAY, 1, 0.01",
        "CARD_DEBIT, 3999, 20.00",
        "CARD_DEBIT, 3998, 19.99",
        "CARD_DEBIT, 4000, 20.00",
        "CARD_DEBIT, 5000000, 20.00",
        "CARD_CREDIT, 4000, 24.00",
        "CARD_CREDIT, 5000000, 30000.00",
        "CASH, 5000000, 0.00"
    })
    void a_channel_keeps_its_share(String channel, String amount, String fee) {
        assertThat(CHANNELS.fee(COMPANY, channel, Money.ofYuan(amount), DAY).yuan())
                .isEqualTo(fee);
    }

    @Test
    void a_channel_without_a_row_is_refused() {
        assertThatThrownBy(() -> CHANNELS.fee(COMPANY, "TRANSFER", Money.ofYuan("1"), DAY))
                .isInstanceOf(Refusal.class);
    }

    private static final CommissionRules SHARES = new CommissionRules(RulesFromRows.of(CommissionRules.FORM, """
            二手房 |      |     |     | 35% | 15% | 50%
            二手房 | BJ01 | 20% | 30% | 50%
            """));

    @Test
    void the_agent_the_manager_and_the_company_share() {
        assertThat(SHARES.shares(COMPANY, DealType.RESALE, "SH01", DAY))
                .containsExactly(share("CLOSING", "35"), share("MANAGER", "15"), share("COMPANY", "50"));
    }

    @Test
    void a_store_shares_among_listing_buyer_side_and_closing() {
        assertThat(SHARES.shares(COMPANY, DealType.RESALE, "BJ01", DAY))
                .containsExactly(share("LISTING", "20"), share("BUYER_SIDE", "30"), share("CLOSING", "50"));
    }

    @Test
    void a_deal_the_table_does_not_know_is_not_shared() {
        assertThat(SHARES.shares(COMPANY, DealType.RENTAL, "BJ01", DAY)).isEmpty();
    }

    @Property(tries = 200)
    void shares_of_any_commission_sum_to_the_fen(@ForAll @LongRange(min = 0, max = 100_000_000_000L) long fen) {
        var weights = SHARES.shares(COMPANY, DealType.RESALE, "BJ01", DAY).stream()
                .map(Share::percent)
                .toList();

        assertThat(Money.sum(Money.ofFen(fen).split(weights))).isEqualTo(Money.ofFen(fen));
    }

    private static Share share(String role, String percent) {
        return new Share(role, new BigDecimal(percent));
    }

    private static final TaxRates TAXES = new TaxRates(RulesFromRows.of(TaxRates.FORM, """
            一般纳税人   | 6%
            小规模纳税人 | 1% |            | 2027-12-31
            小规模纳税人 | 3% | 2028-01-01 |
            """));

    @ParameterizedTest
    @CsvSource({
        "106000, VAT_6, 100000.00, 6000.00",
        "100000, VAT_6, 94339.62, 5660.38",
        "50000, VAT_6, 47169.81, 2830.19",
        "100000, VAT_SMALL, 99009.90, 990.10",
        "1.00, VAT_6, 0.94, 0.06"
    })
    void tax_is_inside_the_amount(String gross, String treatment, String net, String tax) {
        assertThat(TAXES.split(Money.ofYuan(gross), TAXES.rate(COMPANY, treatment, DAY)))
                .isEqualTo(new TaxSplit(Money.ofYuan(net), Money.ofYuan(tax)));
    }

    @Test
    void the_reduced_rate_ends_with_2027() {
        assertThat(TAXES.rate(COMPANY, "VAT_SMALL", LocalDate.parse("2027-12-31")))
                .isEqualByComparingTo("0.01");
        assertThat(TAXES.rate(COMPANY, "VAT_SMALL", LocalDate.parse("2028-01-01")))
                .isEqualByComparingTo("0.03");
    }

    @Property(tries = 200)
    void net_and_tax_sum_to_the_gross(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long fen) {
        var split = TAXES.split(Money.ofFen(fen), new BigDecimal("0.06"));

        assertThat(split.net().plus(split.tax())).isEqualTo(Money.ofFen(fen));
        assertThat(split.tax().isNegative()).isFalse();
    }

    private static final InstalmentTemplates TEMPLATES =
            new InstalmentTemplates(RulesFromRows.of(InstalmentTemplates.FORM, """
            ALL_AT_SIGNING             | 签约时一次付清     | 100%
            HALF_SIGNING_HALF_TRANSFER | 签约一半、过户一半 | 50%  | | | 50%
            ALL_AT_TRANSFER            | 过户时一次付清     |      | | | 100% | | 2024-06-01
            """));

    @Test
    void a_template_names_its_milestones_in_the_order_of_a_deal() {
        assertThat(TEMPLATES.terms(COMPANY, "HALF_SIGNING_HALF_TRANSFER", DAY))
                .containsExactly(
                        new InstalmentTerm("SIGNING", new BigDecimal("50")),
                        new InstalmentTerm("TRANSFER", new BigDecimal("50")));
    }

    @Test
    void only_the_templates_of_the_day_are_offered() {
        assertThat(TEMPLATES.all(COMPANY, DAY))
                .extracting(InstalmentTemplates.Template::code)
                .containsExactly("ALL_AT_SIGNING", "HALF_SIGNING_HALF_TRANSFER");
        assertThat(TEMPLATES.all(COMPANY, LocalDate.parse("2024-06-01")))
                .extracting(InstalmentTemplates.Template::code)
                .contains("ALL_AT_TRANSFER");
    }

    @Test
    void an_unknown_template_is_named() {
        assertThat(catchThrowableOfType(Refusal.class, () -> TEMPLATES.terms(COMPANY, "NEVER", DAY))
                        .fields())
                .containsExactly(FieldError.of("instalments", "pricing.template.unknown", "NEVER"));
    }
}
