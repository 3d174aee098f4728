package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.identity.Role;
import io.shouqi.pricing.RuleDrafts.Intent;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a version, and who may do what to it. */
@ShouqiTest
class RuleDraftsTest {

    private static final String FEE = "channel-fee";
    private static final String CHEAPER = """
            微信支付 | 0.54%
            支付宝   | 0.6%
            借记卡   | 0.5% | | 20
            信用卡   | 0.6%
            转账     | 0%
            现金     | 0%
            """;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RuleDrafts drafts;

    @Autowired
    private RulePublishing publishing;

    @Autowired
    private RuleTables tables;

    @Autowired
    private ChannelFees channels;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private RuleFirm firm;

    @BeforeEach
    void settle() {
        firm = new RuleFirm(application);
    }

    @Test
    void a_draft_prices_nothing_until_it_is_published_by_somebody_else() {
        var version = firm.draft(FEE, CHEAPER);
        assertThat(wechat("1000")).isEqualTo("6.00");

        firm.submit(FEE, version);
        assertThat(firm.state(FEE, version)).isEqualTo(RuleStatus.IN_REVIEW);
        assertThat(wechat("1000")).isEqualTo("6.00");
        assertThat(refusal(() -> publishing.agree(firm.actor("analyst"), FEE, version, null))
                        .code())
                .isEqualTo("rules.own");
        publishing.agree(firm.actor("director"), FEE, version, "同意");
        publishing.agree(firm.actor("finance"), FEE, version, null);

        assertThat(wechat("1000")).isEqualTo("5.40");
        var published = tables.version(firm.code, FEE, "latest");
        assertThat(published)
                .extracting(TableVersion::version, TableVersion::status, TableVersion::author, TableVersion::approver)
                .containsExactly(2, RuleStatus.PUBLISHED, "analyst", "finance");
        assertThat(publishing.opinions(firm.code, FEE, version))
                .extracting(RuleOpinion::role, RuleOpinion::by, RuleOpinion::comment)
                .containsExactly(tuple(Role.DIRECTOR, "director", "同意"), tuple(Role.FINANCE, "finance", null));
    }

    @Test
    void who_has_not_the_turn_cannot_publish() {
        var version = firm.draft(FEE, CHEAPER);
        firm.submit(FEE, version);

        for (var who : List.of("analyst2", "finance")) {
            assertThat(refusal(() -> publishing.agree(firm.actor(who), FEE, version, null))
                            .code())
                    .isEqualTo("rules.turn");
        }
        publishing.agree(firm.actor("director"), FEE, version, null);
        assertThat(firm.state(FEE, version)).isEqualTo(RuleStatus.IN_REVIEW);
        assertThat(refusal(() -> publishing.agree(firm.actor("director"), FEE, version, null))
                        .code())
                .isEqualTo("rules.turn");
    }

    @Test
    void a_change_that_costs_nobody_anything_needs_only_another_analyst() {
        firm.sign("5000000");
        var version = firm.draft("fees", ShippedDefinitions.ALL.get(1).lines());

        firm.submit("fees", version);

        assertThat(publishing.openTask(firm.actor("director"), "fees", version)).isEmpty();
        publishing.agree(firm.actor("analyst2"), "fees", version, null);
        assertThat(firm.state("fees", version)).isEqualTo(RuleStatus.PUBLISHED);
    }

    @Test
    void a_correction_of_the_past_is_never_left_to_a_colleague_alone() {
        var version = firm.draft(
                "fees", ShippedDefinitions.ALL.get(1).lines(), firm.today().minusDays(1));

        firm.submit("fees", version);

        assertThat(publishing.openTask(firm.actor("analyst2"), "fees", version)).isEmpty();
        assertThat(publishing.openTask(firm.actor("director"), "fees", version)).isPresent();
    }

    @Test
    void what_was_meant_for_the_days_to_come_does_not_become_a_correction_while_it_waits() {
        clock.set(clock.instant());
        var version = firm.draft(FEE, CHEAPER);
        firm.submit(FEE, version);
        clock.advance(Duration.ofDays(1));

        assertThat(refusal(() -> publishing.agree(firm.actor("director"), FEE, version, null))
                        .fields())
                .extracting(FieldError::code)
                .containsExactly("rules.late");
    }

    @Test
    void its_author_takes_it_back_changes_it_and_hands_it_in_again() {
        var version = firm.draft(FEE, CHEAPER);
        firm.submit(FEE, version);

        publishing.takeBack(firm.actor("analyst"), FEE, version);
        assertThat(publishing.openTask(firm.actor("director"), FEE, version)).isEmpty();
        drafts.describe(
                firm.actor("analyst"),
                FEE,
                version,
                new Intent(firm.today().plusDays(3).toString(), "下周开始"));
        firm.publish(FEE, version);

        assertThat(wechat("1000")).isEqualTo("6.00");
        assertThat(channels.fee(
                                firm.code,
                                "WECHAT",
                                Money.ofYuan("1000"),
                                firm.today().plusDays(3))
                        .yuan())
                .isEqualTo("5.40");
    }

    @Test
    void a_version_taken_back_before_its_replay_bothers_nobody() {
        var version = firm.draft(FEE, CHEAPER);
        publishing.submit(firm.actor("analyst"), FEE, version);
        publishing.withdraw(firm.actor("analyst"), FEE, version);

        firm.settle();

        assertThat(firm.state(FEE, version)).isEqualTo(RuleStatus.WITHDRAWN);
        assertThat(publishing.openTask(firm.actor("director"), FEE, version)).isEmpty();
    }

    @Test
    void another_analyst_looks_on_but_does_not_touch() {
        var version = firm.draft(FEE, CHEAPER);
        var other = firm.actor("analyst2");

        assertThat(tables.grid(firm.code, FEE, Integer.toString(version)).rows().get(0))
                .startsWith("微信支付", "0.54%");
        for (Runnable change : List.<Runnable>of(
                () -> drafts.save(other, FEE, version, 0, List.of()),
                () -> drafts.describe(other, FEE, version, new Intent("2030-01-01", "x")),
                () -> publishing.submit(other, FEE, version),
                () -> publishing.withdraw(other, FEE, version))) {
            assertThat(refusal(change).code()).isEqualTo("rules.draft.other");
        }
    }

    @Test
    void nobody_but_the_companys_analysts_makes_drafts() {
        firm.hire("local", firm.store, Role.ANALYST);
        for (var who : List.of("director", "clerk", "local")) {
            assertThat(refusal(() -> drafts.from(firm.actor(who), FEE, "latest", new Intent("2030-01-01", "x")))
                            .code())
                    .isEqualTo("rules.analysts");
        }
    }

    @Test
    void a_grid_is_kept_with_its_mistakes_and_handed_in_only_without() {
        var analyst = firm.actor("analyst");
        var version = firm.draft(FEE, CHEAPER);

        var saved = drafts.save(analyst, FEE, version, 0, List.of(List.of("微信支付", "很多"), List.of("支付宝", "0.6%")));

        assertThat(tables.grid(firm.code, FEE, Integer.toString(version)).rows().get(0))
                .startsWith("微信支付", "很多");
        assertThat(tables.mistakes(firm.code, FEE, Integer.toString(version)))
                .extracting(Mistake::cell, Mistake::severity)
                .containsExactly(tuple("B11", Mistake.Severity.ERROR));
        assertThat(refusal(() -> publishing.submit(analyst, FEE, version)).fields())
                .extracting(FieldError::field)
                .containsExactly("B11");
        drafts.save(analyst, FEE, version, saved.revision(), List.of(List.of("微信支付", "0.5%")));
        assertThat(tables.mistakes(firm.code, FEE, Integer.toString(version)))
                .extracting(Mistake::code)
                .containsOnly("pricing.doubt.missing");
    }

    @Test
    void of_two_open_pages_the_later_one_is_told() {
        var analyst = firm.actor("analyst");
        var version = firm.draft(FEE, CHEAPER);
        drafts.save(analyst, FEE, version, 0, List.of(List.of("微信支付", "0.5%")));

        assertThat(refusal(() -> drafts.save(analyst, FEE, version, 0, List.of(List.of("微信支付", "0.4%"))))
                        .code())
                .isEqualTo("rules.version.changed");
    }

    @Test
    void one_goes_back_by_publishing_the_earlier_version_again() {
        firm.publish(FEE, firm.draft(FEE, CHEAPER));
        assertThat(wechat("1000")).isEqualTo("5.40");

        var back = drafts.from(
                firm.actor("analyst"), FEE, "1", new Intent(firm.today().toString(), "退回上一版"));
        assertThat(tables.workbook(firm.code, FEE, "3")).isEqualTo(tables.workbook(firm.code, FEE, "1"));
        firm.publish(FEE, back.version());

        assertThat(back.baseVersion()).isEqualTo(1);
        assertThat(wechat("1000")).isEqualTo("6.00");
    }

    @Test
    void the_database_lets_a_version_go_only_its_way() {
        var published = firm.draft(FEE, CHEAPER);
        firm.publish(FEE, published);
        var draft = firm.draft(FEE, CHEAPER);
        var update = "update rule_version set %s where company = '" + firm.code + "' and table_code = '" + FEE
                + "' and version = ";

        for (var change : List.of(
                update.formatted("reason = 'x'") + published,
                update.formatted("status = 'DRAFT'") + published,
                update.formatted("author = gen_random_uuid()") + draft,
                update.formatted("status = 'PUBLISHED', published_at = now(), published_as = 999999") + draft,
                "delete from rule_version where version = " + draft)) {
            assertThatThrownBy(() -> rows.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
        firm.submit(FEE, draft);
        assertThatThrownBy(() -> rows.sql(update.formatted("valid_from = '2000-01-01'") + draft)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> rows.sql(
                                update.formatted("status = 'PUBLISHED', published_at = now(), published_as = 999999,"
                                                + " approver = author")
                                        + draft)
                        .update())
                .as("four eyes")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void days_of_different_versions_and_what_was_known_when() {
        clock.set(clock.instant());
        var before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        firm.publish("fees", firm.draft("fees", """
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 3% | | | | 一般纳税人
                """, LocalDate.parse("2024-01-01")));
        var prices = application.getBean(PriceBook.class);
        var deal = firm.resale("1000000");

        assertThat(prices.quote(deal).total()).isEqualTo(Money.ofYuan("30000.00"));
        assertThat(prices.quote(deal.knownAt(before)).total()).isEqualTo(Money.ofYuan("20000.00"));
        assertThat(prices.quote(deal.knownAt(clock.instant())).total()).isEqualTo(Money.ofYuan("30000.00"));
    }

    private String wechat(String amount) {
        return channels.fee(firm.code, "WECHAT", Money.ofYuan(amount), firm.today())
                .yuan();
    }

    private static Refusal refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run);
    }
}
