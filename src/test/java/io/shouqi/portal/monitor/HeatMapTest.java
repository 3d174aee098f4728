package io.shouqi.portal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Cashier;
import io.shouqi.portal.StaffBrowser;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Drawings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** What stands at the elements is what the tables of the business say, for everybody who looks. */
@ShouqiTest
@Import(MonitoredShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// a database of its own: figures of a whole store count what other tests left there
@TestPropertySource(properties = "test.database=monitor")
class HeatMapTest {

    private static final String WAITING = "eventGateway_confirmation";
    private static final String COLLECTING = "callActivity_collectReceivables";
    private static final String APPROVING = "callActivity_approveException";

    @Autowired
    private MonitoredShop monitored;

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @Autowired
    private HeatMap heat;

    @Autowired
    private StandingRows standing;

    @Autowired
    private CaseRows cases;

    @Autowired
    private JobRows jobs;

    @Autowired
    private Drawings drawings;

    @Autowired
    private TestClock clock;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    @BeforeAll
    void contractsAtManySteps() {
        Caller.SYSTEM.run(() -> {
            monitored.open();
            for (var store : List.of(Shop.STORE, Shop.STORE, MonitoredShop.OTHER_STORE)) {
                shop.sign(Shop.in(store, Shop.resale()));
                shop.confirm(shop.sign(Shop.in(store, Shop.newHome())));
                shop.sign(Shop.in(store, discounted()));
                var half = shop.confirmed(Shop.in(store, inTwoParts()));
                pay(shop.receivables(half).get(0).number(), "1000.00");
            }
            shop.cancel(shop.confirmed(Shop.resale()), "双方协商解除");
            shop.settle();
        });
    }

    @Test
    void money_and_number_are_those_of_the_contracts() {
        for (var actor : people()) {
            var figures = figures(actor, wanted("contract-to-payment"));

            assertThat(at(figures, WAITING).money()).as(actor.name()).isEqualTo(frozen(actor));
            assertThat(at(figures, COLLECTING).money()).as(actor.name()).isEqualTo(unpaid(actor));
            assertThat(at(figures, COLLECTING).cases()).isEqualTo(contracts(actor, "COLLECTING"));
            assertThat(at(figures, APPROVING).cases()).isEqualTo(contracts(actor, "PENDING_APPROVAL"));
            assertThat(figures.total().cases())
                    .isEqualTo(
                            figures.elements().stream().mapToLong(Heat::cases).sum());
            assertThat(figures.total().money())
                    .isEqualTo(Money.sum(
                            figures.elements().stream().map(Heat::money).toList()));
        }
    }

    @Test
    void in_the_process_of_receivables_each_counts_with_its_own_money() {
        for (var actor : people()) {
            var figures = figures(actor, wanted("collect-receivable"));

            assertThat(figures.total().money()).as(actor.name()).isEqualTo(unpaid(actor));
        }
    }

    @Test
    void a_manager_sees_the_own_store_alone_and_a_director_one_store_of_the_company() {
        var manager = figures(shop.manager(), wanted("contract-to-payment"));
        var there = figures(monitored.named("m-there"), wanted("contract-to-payment"));
        var all = figures(monitored.named("m-director"), wanted("contract-to-payment"));

        assertThat(manager.total().cases()).isEqualTo(8);
        assertThat(there.total().cases()).isEqualTo(4);
        assertThat(all.total().cases()).isEqualTo(12);
        assertThat(figures(monitored.named("m-director"), of(null, MonitoredShop.OTHER_STORE)))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*longest", ".*median")
                .isEqualTo(there);
    }

    @Test
    void the_cases_behind_a_figure_are_as_many_and_as_much() {
        for (var actor : people()) {
            for (var figure : figures(actor, wanted("contract-to-payment")).elements()) {
                var behind = monitored.as(
                        actor,
                        () -> standing.page(actor, wanted("contract-to-payment").at(figure.element()), null));

                assertThat(behind.items()).hasSize((int) figure.cases());
                assertThat(Money.sum(behind.items().stream()
                                .map(row -> row.work().open())
                                .toList()))
                        .isEqualTo(figure.money());
            }
        }
    }

    @Test
    void a_period_counts_contracts_by_the_day_they_were_signed() {
        var signed = Shop.SIGNED.toString();
        var director = monitored.named("m-director");

        assertThat(figures(director, within(signed, signed)).total().cases()).isEqualTo(12);
        assertThat(figures(director, within("2024-03-02", null)).total().cases())
                .isZero();
        assertThat(figures(director, within(null, "2024-02-29")).total().cases())
                .isZero();
    }

    @Test
    void who_waits_longest_is_known_after_ten_days() {
        var before = at(figures(shop.manager(), wanted("contract-to-payment")), WAITING);
        clock.advance(Duration.ofDays(10));

        var after = at(figures(shop.manager(), wanted("contract-to-payment")), WAITING);

        assertThat(before.longest()).isLessThan(Duration.ofHours(1));
        assertThat(after.longest()).isBetween(Duration.ofDays(10), Duration.ofDays(11));
        assertThat(after.longest()).isGreaterThanOrEqualTo(after.median());
        assertThat(after.longestAge()).isEqualTo(new Age("days", 10));
    }

    @Test
    void cases_are_counted_by_how_they_are_doing() {
        var counts = monitored.as(shop.manager(), () -> cases.counts(shop.manager(), wanted("contract-to-payment")));

        assertThat(counts.get(CaseState.RUNNING)).isEqualTo(8);
        assertThat(counts.get(CaseState.CANCELLED)).isEqualTo(1);
        assertThat(counts.get(CaseState.ENDED)).isZero();
        assertThat(counts.get(CaseState.INCIDENT)).isZero();
        for (var state : CaseState.values()) {
            var page = monitored.as(
                    shop.manager(),
                    () -> cases.page(
                            shop.manager(), wanted("contract-to-payment").in(state), null));
            assertThat(page.items()).as("%s", state).hasSize(counts.get(state).intValue());
        }
    }

    @Test
    void what_the_product_will_do_is_shown_with_its_day() {
        var manager = shop.manager();
        var counts = monitored.as(manager, () -> jobs.counts(manager, Asked.NOTHING.wanted(manager, null)));
        var page = monitored.as(manager, () -> jobs.page(manager, Asked.NOTHING.wanted(manager, null), null));

        assertThat(counts.late() + counts.today() + counts.later())
                .isEqualTo(page.items().size())
                .isPositive();
        assertThat(page.items()).anyMatch(row -> row.element().equals("timerEvent_linkExpired"));
        assertThat(page.items()).allMatch(row -> "望京店".equals(row.work().store()));
    }

    @Test
    void the_pages_tell_everybody_the_own_cases_and_lead_to_them() throws Exception {
        var manager = new StaffBrowser(context, shop.manager());
        var page = manager.open("/monitor?measure=COUNT&sort=MONEY").getContentAsString();
        var map = page.substring(page.indexOf("id=\"figures\""));
        assertThat(map).contains("收取每笔应收款", "等客户答复");
        assertThat(map.indexOf("收取每笔应收款")).isLessThan(map.indexOf("审批例外"));

        var drawn = manager.open("/monitor/diagram").getContentAsString();
        assertThat(drawn).contains("\"element\":\"" + WAITING + "\"", "万", "/monitor/standing?");

        var list = manager.open("/monitor/standing?element=" + WAITING).getContentAsString();
        assertThat(Pattern.compile("href=\"/contracts/HT-")
                        .matcher(list)
                        .results()
                        .count())
                .isEqualTo(2);
        for (var path :
                List.of("/monitor/cases", "/monitor/cases?state=CANCELLED", "/monitor/jobs", "/monitor/incidents")) {
            assertThat(manager.open(path).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    void who_keeps_rules_sees_figures_and_no_homes() throws Exception {
        var analyst = new StaffBrowser(context, monitored.named("m-analyst"));

        var list = analyst.open("/monitor/standing?element=" + WAITING).getContentAsString();

        assertThat(list).contains("HT-", "¥").doesNotContain("望京西园", "href=\"/contracts/");
    }

    @Test
    void what_makes_no_sense_is_answered_plainly() throws Exception {
        var manager = new StaffBrowser(context, shop.manager());
        var answers = Map.of(
                "/monitor?process=nobodys",
                404,
                "/monitor?version=0",
                422,
                "/monitor?version=99",
                404,
                "/monitor?measure=WEIGHT",
                422,
                "/monitor?from=2024-13-01",
                422,
                "/monitor/standing",
                422,
                "/monitor/standing?element=x&cursor=junk",
                400,
                "/monitor/cases?state=LOST",
                422,
                "/monitor/cases/" + UUID.randomUUID(),
                404,
                "/monitor/jobs?cursor=%00",
                400);
        for (var answer : answers.entrySet()) {
            assertThat(manager.open(answer.getKey()).getStatus())
                    .as(answer.getKey())
                    .isEqualTo(answer.getValue());
        }
    }

    private List<Actor> people() {
        return List.of(shop.manager(), monitored.named("m-there"), shop.named("t-area"), monitored.named("m-director"));
    }

    private HeatMap.Figures figures(Actor actor, Wanted wanted) {
        var drawing = drawings.find(Shop.COMPANY, wanted.process(), null);
        return monitored.as(actor, () -> heat.of(actor, wanted, drawing));
    }

    private static Heat at(HeatMap.Figures figures, String element) {
        return figures.elements().stream()
                .filter(heat -> heat.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private Wanted wanted(String process) {
        return of(process, null);
    }

    private Wanted of(String process, String store) {
        return new Asked(process, null, store, null, null, null, null, null, null)
                .wanted(monitored.named("m-director"), "contract-to-payment");
    }

    private Wanted within(String from, String to) {
        return new Asked(null, null, null, from, to, null, null, null, null)
                .wanted(monitored.named("m-director"), "contract-to-payment");
    }

    private Money frozen(Actor actor) {
        return sum("""
                select coalesce(sum(f.total_fen), 0) from fee_list f join contract c on c.id = f.contract_id
                 where f.status = 'FROZEN' and c.company = :company and c.store_code in (:stores)
                """, actor);
    }

    private Money unpaid(Actor actor) {
        return sum("""
                select coalesce(sum(amount_fen - paid_fen), 0) from receivable
                 where status not in ('SETTLED', 'CANCELLED') and company = :company and store_code in (:stores)
                """, actor);
    }

    private Money sum(String sql, Actor actor) {
        return Money.ofFen(rows.sql(sql)
                .param("company", actor.company())
                .param("stores", actor.stores())
                .query(Long.class)
                .single());
    }

    private long contracts(Actor actor, String status) {
        return rows.sql("select count(*) from contract where company = :company and store_code in (:stores)"
                        + " and status = :status")
                .param("company", actor.company())
                .param("stores", actor.stores())
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private void pay(String receivable, String amount) {
        var clerk = shop.contract(contractOf(receivable)).storeCode().equals(Shop.STORE)
                ? shop.clerk()
                : shop.named("t-elsewhere");
        cashier.take(
                List.of(receivable),
                new Cashier.Asked("CASH", amount, Map.of()),
                clerk,
                new Call(clerk.username(), "monitor", null, ""));
        shop.settle();
    }

    private String contractOf(String receivable) {
        return rows.sql("select contract_no from receivable where number = ?")
                .param(receivable)
                .query(String.class)
                .single();
    }

    private static NewContract discounted() {
        return Shop.with(
                Shop.resale(),
                List.of(),
                List.of(new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100))),
                new NewContract.Discount(BigDecimal.valueOf(5), "老客户"));
    }

    private static NewContract inTwoParts() {
        return Shop.with(
                Shop.resale(),
                List.of(),
                List.of(
                        new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(50)),
                        new InstalmentTerm(null, LocalDate.of(2099, 1, 1), BigDecimal.valueOf(50))),
                null);
    }
}
