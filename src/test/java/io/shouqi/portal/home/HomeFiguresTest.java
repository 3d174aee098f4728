package io.shouqi.portal.home;

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
import io.shouqi.portal.Attention;
import io.shouqi.portal.StaffBrowser;
import io.shouqi.receivable.ReceivableSearch;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.PageAsk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** Seventy days of two stores, played on the real parts: every figure is the sum of the rows it leads to. */
@ShouqiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// a database of its own: figures of a whole store count what other tests left there
@TestPropertySource(properties = "test.database=home")
class HomeFiguresTest {

    /** A Wednesday afternoon. */
    private static final Instant NOW = Instant.parse("2026-07-15T07:30:00Z");

    private static final LocalDate TODAY = BusinessTime.dayOf(NOW);

    @Autowired
    private HomeFigures figures;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @Autowired
    private ReceivableSearch receivables;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    @BeforeAll
    void seventyDaysOfBusiness() {
        shop.open();
        var random = new Random(20260715);
        for (var days = 70; days >= 0; days -= 2) {
            clock.set(NOW.minus(Duration.ofDays(days)));
            var contract = contract(days);
            var actor = days % 3 == 0 ? shop.named("t-elsewhere") : shop.clerk();
            var number = shop.sign(days % 3 == 0 ? Shop.in("TT02", contract) : contract);
            if (days % 10 == 4) {
                continue;
            }
            shop.confirm(number);
            for (var receivable : shop.receivables(number)) {
                pay(receivable.number(), receivable.amount(), random, actor);
            }
        }
        clock.set(NOW);
        shop.settle();
    }

    @BeforeEach
    void theWednesday() {
        clock.set(NOW);
    }

    @Test
    void what_came_in_is_the_sum_of_its_receipts_and_of_the_ledger() {
        for (var actor : actors()) {
            for (var period : Period.values()) {
                var received = home(actor, null, period).desk().received();
                var first = period.first(TODAY);

                assertThat(received.total())
                        .as("%s %s", actor.name(), period)
                        .isEqualTo(receipts(actor, first, TODAY))
                        .isEqualTo(ledger(actor, first, TODAY));
                assertThat(Money.sum(received.shown().stream()
                                .map(MoneyFigures.Method::amount)
                                .toList()))
                        .isEqualTo(received.total());
                assertThat(received.before())
                        .isEqualTo(receipts(
                                actor, period.then(NOW).from(), period.then(NOW).until()));
            }
        }
    }

    @Test
    void what_is_due_and_overdue_is_the_sum_of_the_receivables_that_a_search_finds() {
        for (var actor : actors()) {
            var desk = home(actor, null, Period.DAY).desk();
            var late = unpaid(actor, TODAY);

            assertThat(late).as(actor.name()).isNotEmpty();
            assertThat(desk.overdue().amount()).isEqualTo(outstanding(late));
            assertThat(desk.overdue().count()).isEqualTo(late.size());
            for (var band : desk.overdue().bands()) {
                assertThat(band.amount())
                        .as(band.age().name())
                        .isEqualTo(outstanding(late.stream()
                                .filter(r -> !r.dueOn().isAfter(band.to())
                                        && (band.from() == null || !r.dueOn().isBefore(band.from())))
                                .toList()));
            }
        }
    }

    @Test
    void this_months_dues_and_todays_are_sums_too() {
        for (var actor : actors()) {
            var dues = home(actor, null, Period.DAY).desk().dues();
            var month = all(actor, TODAY.withDayOfMonth(31).plusDays(1)).stream()
                    .filter(r -> r.dueOn() != null && !r.dueOn().isBefore(TODAY.withDayOfMonth(1)))
                    .toList();

            assertThat(dues.amount())
                    .isEqualTo(
                            Money.sum(month.stream().map(ReceivableView::amount).toList()));
            assertThat(dues.paid())
                    .isEqualTo(
                            Money.sum(month.stream().map(ReceivableView::paid).toList()));
            assertThat(dues.todayOpen())
                    .isEqualTo(outstanding(
                            month.stream().filter(r -> r.dueOn().equals(TODAY)).toList()));
        }
    }

    @Test
    void thirty_days_by_day_and_by_business_are_the_same_money() {
        for (var actor : actors()) {
            var lead = home(actor, null, Period.DAY).lead();
            var expected = receipts(actor, TODAY.minusDays(29), TODAY);

            assertThat(lead.days())
                    .hasSize(30)
                    .extracting(TrendFigures.Day::day)
                    .startsWith(TODAY.minusDays(29))
                    .endsWith(TODAY);
            assertThat(sum(lead.days().stream().map(TrendFigures.Day::received)))
                    .isEqualTo(expected);
            assertThat(sum(lead.shares().stream().map(TrendFigures.Share::amount)))
                    .isEqualTo(expected);
            for (var day : lead.days()) {
                assertThat(day.received()).as("%s", day.day()).isEqualTo(receipts(actor, day.day(), day.day()));
            }
        }
    }

    @Test
    void the_stores_side_by_side_add_up_to_the_whole_and_each_is_what_choosing_it_shows() {
        var finance = shop.finance();
        var whole = home(finance, null, Period.WEEK);
        var lines = whole.lead().stores();

        assertThat(lines).extracting(StoreFigures.Line::code).containsExactlyInAnyOrder(Shop.STORE, "TT02");
        assertThat(sum(lines.stream().map(StoreFigures.Line::received)))
                .isEqualTo(whole.desk().received().total());
        assertThat(sum(lines.stream().map(StoreFigures.Line::month)))
                .isEqualTo(whole.lead().month());
        assertThat(sum(lines.stream().map(StoreFigures.Line::overdue)))
                .isEqualTo(whole.desk().overdue().amount());
        for (var line : lines) {
            var one = home(finance, line.code(), Period.WEEK);
            assertThat(line.received()).isEqualTo(one.desk().received().total());
            assertThat(line.due()).isEqualTo(one.desk().dues().amount());
            assertThat(line.paid()).isEqualTo(one.desk().dues().paid());
            assertThat(line.late()).isEqualTo(one.desk().overdue().count());
            assertThat(one.lead().stores()).isEmpty();
        }
    }

    @Test
    void contracts_that_wait_for_a_week_and_links_that_open_no_more_are_named_and_listed() throws Exception {
        var alerts = home(shop.manager(), null, Period.DAY).desk().alerts();

        assertThat(alerts.unconfirmed())
                .isEqualTo(waiting(Attention.weekAgo(NOW).toInstant()));
        assertThat(alerts.unconfirmed()).isPositive();
        assertThat(alerts.expired()).isEqualTo(expiredLinks()).isPositive();
        assertThat(alerts.suspense()).isZero();
        assertThat(listed("/contracts?attention=UNCONFIRMED")).isEqualTo(alerts.unconfirmed());
        assertThat(listed("/contracts?attention=EXPIRED")).isEqualTo(alerts.expired());
    }

    /** How many rows the manager finds behind a figure. */
    private long listed(String address) throws Exception {
        var list = new StaffBrowser(context, shop.manager()).open(address).getContentAsString();
        return Pattern.compile("name=\"pick\"").matcher(list).results().count();
    }

    @Test
    void who_works_in_the_store_sees_its_day_and_no_more() {
        var clerk = home(shop.clerk(), null, Period.DAY);

        assertThat(clerk.desk()).isNotNull();
        assertThat(clerk.lead()).isNull();
        assertThat(clerk.accounts()).isNull();
        assertThat(clerk.log()).isNull();
        assertThat(clerk.desk().received().total()).isEqualTo(receipts(shop.manager(), TODAY, TODAY));
    }

    private Home home(Actor actor, String store, Period period) {
        return actor.through(Caller.Via.PAGE, "").call(() -> figures.of(new View(actor, store, NOW), period));
    }

    private List<Actor> actors() {
        return List.of(shop.manager(), shop.named("t-elsewhere"), shop.named("t-area"), shop.finance());
    }

    private Money receipts(Actor actor, LocalDate from, LocalDate to) {
        return receipts(actor, BusinessTime.startOf(from), BusinessTime.startOf(to.plusDays(1)));
    }

    private Money receipts(Actor actor, Instant from, Instant until) {
        return total("""
                select coalesce(sum(amount_fen), 0) from receipt
                 where company = :company and store_code in (:stores) and received_at >= :from and received_at < :until
                """, actor, from, until);
    }

    /** Debits of the vouchers that receipts made. */
    private Money ledger(Actor actor, LocalDate from, LocalDate to) {
        return total("""
                select coalesce(sum(e.debit), 0) from voucher v join journal_entry e on e.voucher_id = v.id
                 where v.event in ('RECEIVED', 'ENTRUSTED_RECEIVED', 'SUSPENDED')
                   and v.company = :company and v.store_code in (:stores) and v.posted_at >= :from and v.posted_at < :until
                """, actor, BusinessTime.startOf(from), BusinessTime.startOf(to.plusDays(1)));
    }

    private Money total(String sql, Actor actor, Instant from, Instant until) {
        return Money.ofFen(rows.sql(sql)
                .param("company", actor.company())
                .param("stores", actor.stores())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    private long waiting(Instant before) {
        return rows.sql("""
                        select count(*) from contract where store_code = :store and company = :company
                           and status in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_CONFIRMATION') and created_at < :before
                        """)
                .param("company", Shop.COMPANY)
                .param("store", Shop.STORE)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long expiredLinks() {
        return rows.sql("""
                        select count(distinct c.id) from contract c join fee_list f on f.contract_id = c.id
                          join fee_list_confirmation a on a.fee_list_id = f.id
                         where c.company = :company and c.store_code = :store and f.status = 'FROZEN'
                           and a.answer = 'PENDING' and a.expires_at < :now
                        """)
                .param("company", Shop.COMPANY)
                .param("store", Shop.STORE)
                .param("now", OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<ReceivableView> unpaid(Actor actor, LocalDate dueBefore) {
        return all(actor, dueBefore).stream()
                .filter(r -> r.outstanding().isPositive())
                .toList();
    }

    private List<ReceivableView> all(Actor actor, LocalDate dueBefore) {
        var found = new ArrayList<ReceivableView>();
        String cursor = null;
        do {
            var wanted = new ReceivableSearch.Wanted(null, null, null, dueBefore);
            var page = receivables.page(actor, wanted, new PageAsk(cursor, null));
            found.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }

    private static Money outstanding(List<ReceivableView> found) {
        return sum(found.stream().map(ReceivableView::outstanding));
    }

    private static Money sum(Stream<Money> amounts) {
        return Money.sum(amounts.toList());
    }

    private static NewContract contract(int days) {
        var half = BigDecimal.valueOf(50);
        var deal = days % 8 == 0 ? Shop.rental() : Shop.resale();
        var plan = days % 4 == 2
                ? List.of(
                        new InstalmentTerm(Milestone.SIGNING, null, half),
                        new InstalmentTerm(null, TODAY.minusDays(days).plusDays(20), half))
                : deal.instalments();
        return Shop.with(deal, List.of(), plan, null);
    }

    /** All, half, too much or nothing, in cash or by transfer. */
    private void pay(String receivable, Money amount, Random random, Actor actor) {
        var part = switch (random.nextInt(4)) {
            case 0 -> Money.ZERO;
            case 1 -> Money.ofFen(amount.fen() / 2);
            case 2 -> amount.plus(Money.ofYuan("12.34"));
            default -> amount;
        };
        if (part.isZero()) {
            return;
        }
        var asked = random.nextBoolean()
                ? new Cashier.Asked("CASH", part.yuan(), Map.of())
                : new Cashier.Asked(
                        "TRANSFER", part.yuan(), Map.of("bankReference", "B" + random.nextLong(1_000_000_000)));
        cashier.take(List.of(receivable), asked, actor, new Call(actor.username(), "POST payment", null, receivable));
    }
}
