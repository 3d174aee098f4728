package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.ShouqiTest;
import io.shouqi.pricing.Trial.Outcome;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ShouqiTest
class RuleTrialsTest {

    private static final String FEES = """
            COMMISSION | 佣金   | 基本 | 二手房 |      | | 买方 |         | | | 全额 | 2% | | | | 一般纳税人
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 |         | | | 全额 | 1% | | | | 一般纳税人
            COMMISSION | 佣金   | 基本 | 二手房 | 上海 | | 买方 | 1000000 | | | 全额 | 3% | | | | 一般纳税人
            SERVICE    | 服务费 | 延伸 | 二手房 |      | | 买方 |         | | | 固定 |    | 9 | | | 一般纳税人
            """;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RuleTrials trials;

    private RuleFirm firm;

    @BeforeEach
    void settle() {
        firm = new RuleFirm(application);
    }

    @Test
    void a_draft_says_which_rows_count_which_are_beaten_and_which_fail_where() {
        var version = firm.draft("fees", FEES);

        var trial = trial("fees", version, deal("北京", "800000"));

        assertThat(trial.rows())
                .extracting(
                        Trial.Row::number,
                        Trial.Row::outcome,
                        row -> row.failed().stream().map(Trial.Failed::cell).toList())
                .containsExactly(
                        tuple(11, Outcome.BEATEN, List.of()),
                        tuple(12, Outcome.COUNTS, List.of()),
                        tuple(13, Outcome.FAILED, List.of("E13", "H13")),
                        tuple(14, Outcome.COUNTS, List.of()));
        var quote = trial.quote();
        assertThat(quote).isNotNull();
        assertThat(quote.total()).isEqualTo(Money.ofYuan("8000.00"));
        assertThat(quote.lines().get(0).why().row()).isEqualTo(12);
    }

    @Test
    void a_case_without_a_price_says_why_and_what_came_closest() {
        var version =
                firm.draft("fees", FEES.lines().skip(2).limit(1).findFirst().orElseThrow());

        var trial = trial("fees", version, deal("上海", "800000"));

        assertThat(trial.quote()).isNull();
        assertThat(trial.noPrice()).extracting(FieldError::field).containsExactly("price");
        assertThat(trial.rows().get(0).failed()).extracting(Trial.Failed::label).containsExactly("金额高于(元)");
    }

    @Test
    void other_tables_say_their_rows_and_amounts() {
        var fee = trial("channel-fee", 1, asked("借记卡", "4000"));
        assertThat(fee.amounts()).extracting(Trial.Amount::amount).containsExactly(Money.ofYuan("20.00"));
        assertThat(fee.rows())
                .filteredOn(row -> row.outcome() == Outcome.COUNTS)
                .hasSize(1);

        assertThat(trial("tax", 1, asked("一般纳税人", "106000")).amounts())
                .extracting(Trial.Amount::amount)
                .containsExactly(Money.ofYuan("100000.00"), Money.ofYuan("6000.00"));

        assertThat(trial("approval", 1, asked("规则调整", "5000")).rows())
                .filteredOn(row -> row.outcome() == Outcome.COUNTS)
                .extracting(row -> row.texts().get("第一审批人"))
                .containsExactly("总监");
    }

    @Test
    void fields_that_cannot_be_read_are_named() {
        var refused = catchThrowableOfType(
                Refusal.class,
                () -> trial("fees", 1, new TrialCase("gestern", "HOUSE", "", "", null, "", null, List.of(), null)));

        assertThat(refused.fields()).extracting(FieldError::field).contains("day", "type", "city", "amount");
    }

    private Trial trial(String table, int version, TrialCase asked) {
        return trials.of(firm.code, table, Integer.toString(version), asked);
    }

    private TrialCase deal(String city, String price) {
        return new TrialCase(null, "RESALE", city, firm.store, null, price, null, List.of(), null);
    }

    private static TrialCase asked(@Nullable String subject, String amount) {
        return new TrialCase(null, null, null, null, subject, amount, null, List.of(), null);
    }
}
