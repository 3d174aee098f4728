package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Organisation;
import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShouqiTest
class RuleTablesTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-01");

    @Autowired
    private RuleTables tables;

    @Autowired
    private RuleVersions versions;

    @Autowired
    private PriceBook prices;

    @Autowired
    private ChannelFees channels;

    @Autowired
    private Organisation organisation;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @EveryRow
    private JdbcClient jdbc;

    @BeforeEach
    void companies() {
        for (var company : List.of(RulesFromRows.COMPANY, "own", "changing")) {
            organisation.company(company, company, "GENERAL");
        }
    }

    @Test
    void a_company_starts_with_the_shipped_tables() {
        tables.seed(RulesFromRows.COMPANY);

        assertThat(tables.latest(RulesFromRows.COMPANY))
                .extracting(TableVersion::table, TableVersion::version, TableVersion::status)
                .containsExactly(
                        tuple("approval", 1, RuleStatus.PUBLISHED),
                        tuple("channel-fee", 1, RuleStatus.PUBLISHED),
                        tuple("commission-split", 1, RuleStatus.PUBLISHED),
                        tuple("fees", 2, RuleStatus.PUBLISHED),
                        tuple("instalments", 1, RuleStatus.PUBLISHED),
                        tuple("tax", 1, RuleStatus.PUBLISHED));
        assertThat(tables.versions(RulesFromRows.COMPANY, "fees"))
                .extracting(TableVersion::version, TableVersion::validFrom)
                .containsExactly(tuple(2, LocalDate.parse("2023-09-01")), tuple(1, LocalDate.parse("2011-01-01")));
    }

    @Test
    void seeding_again_changes_nothing() {
        tables.seed(RulesFromRows.COMPANY);
        var before = tables.latest(RulesFromRows.COMPANY);

        tables.seed(RulesFromRows.COMPANY);

        assertThat(tables.latest(RulesFromRows.COMPANY)).isEqualTo(before);
    }

    @Test
    void a_table_of_the_companys_own_is_not_overwritten() {
        publish("own", "微信支付 | 0.38%");

        tables.seed("own");

        assertThat(tables.versions("own", "channel-fee")).hasSize(1);
        assertThat(channels.fee("own", "WECHAT", Money.ofYuan("1000"), DAY)).isEqualTo(Money.ofYuan("3.80"));
    }

    @Test
    void a_published_version_is_in_force_at_once() {
        tables.seed("changing");
        assertThat(channels.fee("changing", "WECHAT", Money.ofYuan("1000"), DAY))
                .isEqualTo(Money.ofYuan("6.00"));

        publish("changing", "微信支付 | 0.54%");

        assertThat(channels.fee("changing", "WECHAT", Money.ofYuan("1000"), DAY))
                .isEqualTo(Money.ofYuan("5.40"));
    }

    @Test
    void the_day_of_signing_picks_the_version() {
        tables.seed(RulesFromRows.COMPANY);

        assertThat(prices.quote(Deals.resale("5000000").signedOn("2023-08-31").request())
                        .total())
                .isEqualTo(Money.ofYuan("135000.00"));
        assertThat(prices.quote(Deals.resale("5000000").signedOn("2023-09-01").request())
                        .total())
                .isEqualTo(Money.ofYuan("100000.00"));
    }

    @Test
    void a_workbook_comes_back_as_it_was_published() {
        tables.seed(RulesFromRows.COMPANY);

        assertThat(tables.workbook(RulesFromRows.COMPANY, "fees", "latest"))
                .isEqualTo(tables.workbook(RulesFromRows.COMPANY, "fees", "2"))
                .isNotEqualTo(tables.workbook(RulesFromRows.COMPANY, "fees", "1"));
        assertThat(DecisionTable.of(FeeForm.FORM, tables.workbook(RulesFromRows.COMPANY, "fees", "1")))
                .isNotNull();
    }

    @Test
    void what_does_not_exist_is_unknown() {
        tables.seed(RulesFromRows.COMPANY);

        assertThatThrownBy(() -> tables.versions(RulesFromRows.COMPANY, "horoscopes"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tables.workbook(RulesFromRows.COMPANY, "fees", "3"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tables.workbook("nobody", "fees", "1")).isInstanceOf(Refusal.class);
    }

    @Test
    void the_database_keeps_published_versions_as_they_are() {
        tables.seed(RulesFromRows.COMPANY);

        for (var change : List.of(
                "update rule_version set valid_from = '2000-01-01'",
                "delete from rule_version",
                "truncate rule_version")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private void publish(String company, String rows) {
        var workbook = Rows.workbook(ChannelFees.FORM, rows);
        var draft = new RuleVersions.Draft(company, ChannelFees.FORM, LocalDate.parse("2011-01-01"), null, "test");
        transaction.executeWithoutResult(status -> {
            var version = versions.publishShipped(draft, workbook);
            events.publishEvent(new RulesPublished(company, "channel-fee", version.version()));
        });
    }
}
