package io.shouqi.portal.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouqi.AnotherNode;
import io.shouqi.BrowserTest;
import io.shouqi.Shop;
import io.shouqi.TestClock;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.NewContract;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.payment.Cashier;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.context.TestPropertySource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Where everybody begins, with two months behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// a database of its own: figures of a whole store count what other tests left there
@TestPropertySource(properties = "test.database=home")
class HomePageTest extends BrowserTest {

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Cashier cashier;

    @Autowired
    private TestClock clock;

    @BeforeAll
    void twoMonthsOfBusiness() {
        shop.open();
        organisation.user(Shop.COMPANY, Shop.STORE, "home.manager", "陈店长", "secret", Set.of(Role.STORE_MANAGER));
        organisation.user(Shop.COMPANY, Shop.COMPANY, "home.director", "吴总监", "secret", Set.of(Role.DIRECTOR));
        organisation.user(Shop.COMPANY, Shop.STORE, "home.clerk", "王店员", "secret", Set.of(Role.CLERK));
        organisation.user(Shop.COMPANY, Shop.COMPANY, "home.admin", "卫管理", "secret", Set.of(Role.ADMINISTRATOR));
        organisation.user(Shop.COMPANY, Shop.COMPANY, "home.auditor", "褚审计", "secret", Set.of(Role.AUDITOR));
        var now = Instant.now();
        for (var days = 58; days >= 0; days -= 2) {
            clock.set(now.minus(Duration.ofDays(days)));
            var elsewhere = days % 3 == 0;
            var actor = elsewhere ? shop.named("t-elsewhere") : shop.clerk();
            var contract = deal(days);
            var number = shop.sign(elsewhere ? Shop.in("TT02", contract) : contract);
            if (days % 16 == 0) {
                continue;
            }
            shop.confirm(number);
            for (var receivable : shop.receivables(number)) {
                pay(receivable, days, actor);
            }
        }
        clock.set(now);
        var asked = Shop.resale();
        shop.sign(Shop.with(
                asked, List.of(), asked.instalments(), new NewContract.Discount(new BigDecimal("4"), "老客户第二次成交")));
        shop.settle();
    }

    @Test
    void the_manager_sees_where_the_store_stands_and_reads_the_same_in_tables() {
        var page = desk();
        logIn(page, "home.manager", "secret");
        assertThat(page.locator("h1")).hasText("陈店长，您好");
        assertThat(page.locator("[data-chart=days] canvas")).isVisible();
        drawAll(page);
        look(page, "home-manager");

        page.locator(".chart-table summary").first().click();
        assertThat(page.locator("#trend-rows tr")).hasCount(30);
        assertThat(page.locator("#figure-approvals")).hasText(Pattern.compile("[1-9]\\d* 件"));
        page.click("text=本月 >> nth=0");
        assertThat(page.locator("#card-money")).hasText("本月收款");
        assertThat(page).hasURL(Pattern.compile(".*period=month.*"));
    }

    @Test
    void the_director_compares_the_stores_and_goes_into_one() {
        var page = desk();
        logIn(page, "home.director", "secret");
        drawAll(page);
        assertThat(page.locator("#store-rows tr")).hasCount(2);
        look(page, "home-director");
        page.click("#store-rows >> text=中关村店");
        assertThat(page.locator("#home-store")).hasValue("TT02");
        assertThat(page.locator("#store-rows")).hasCount(0);

        switchTheme(page);
        page.navigate("/?lang=en");
        assertThat(page.locator("body")).not().containsText("??");
        drawAll(page);
        look(page, "home-dark-english");
    }

    @Test
    void others_begin_with_their_own_day() {
        for (var username : List.of("home.clerk", "home.admin", "home.auditor")) {
            var page = desk();
            logIn(page, username, "secret");
            assertThat(page.locator("#card-tasks")).isVisible();
            assertThat(page.locator(".home-charts")).hasCount(0);
            look(page, username.replace('.', '-'));
        }
    }

    @Test
    void a_payment_at_one_node_shows_in_both_browsers_within_two_seconds(@Autowired Environment settings) {
        var receivable = shop.receivables(shop.confirmed(Shop.resale())).get(0);
        try (var other = AnotherNode.beside(settings)) {
            var there = "http://127.0.0.1:" + other.port();
            knowNode(there);
            var near = listening(address());
            var far = listening(there);
            var before = far.locator("#figure-received").textContent();
            far.locator(".chart-table summary").first().click();
            var start = Instant.now();

            take(receivable, "CASH", Money.ofYuan("777.77"), Map.of(), shop.clerk());

            var soon = new LocatorAssertions.HasTextOptions().setTimeout(2_000);
            assertThat(far.locator("#figure-received")).not().hasText(before, soon);
            System.out.println("on the other node's screen after "
                    + Duration.between(start, Instant.now()).toMillis() + " ms, the payment included");
            assertThat(near.locator("#figure-received")).not().hasText(before, soon);
            // what somebody opened stays open
            assertThat(far.locator("#trend-rows")).isVisible();
        }
    }

    /** A manager's home that hears what happens. */
    private Page listening(String node) {
        var page = desk();
        logIn(page, "home.manager", "secret");
        page.waitForResponse(node + "/live", () -> page.navigate(node + "/"));
        return page;
    }

    /** Charts draw once they are seen. */
    private static void drawAll(Page page) {
        for (var chart : page.locator("[data-island=chart]").all()) {
            chart.scrollIntoViewIfNeeded();
            assertThat(chart).hasAttribute("data-ready", "true");
        }
        page.evaluate("scrollTo(0, 0)");
    }

    /** At the desk, on a tablet and in the hand. */
    private void look(Page page, String name) {
        assertAccessible(page);
        for (var size : List.of(List.of(1440, 900), List.of(820, 1180), List.of(390, 844))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertFits(page);
            // the charts follow in the next frame
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            picture(page, name + "-" + size.get(0));
        }
        page.setViewportSize(1440, 900);
    }

    private static NewContract deal(int days) {
        var deal = days % 10 == 0 ? Shop.rental() : days % 14 == 4 ? Shop.newHome() : Shop.resale();
        var half = BigDecimal.valueOf(50);
        var today = BusinessTime.dayOf(Instant.now());
        var plan = days % 4 == 2
                ? List.of(
                        new InstalmentTerm(null, today.minusDays(days), half),
                        new InstalmentTerm(null, today.minusDays(days).plusDays(25), half))
                : deal.instalments();
        return Shop.with(deal, List.of(), plan, null);
    }

    private void pay(Receivable receivable, int days, Actor actor) {
        var due = receivable.dueOn();
        if (due == null || days % 12 == 8 || due.isAfter(BusinessTime.today(clock))) {
            return;
        }
        var amount = days % 6 == 0 ? Money.ofFen(receivable.amount().fen() / 2) : receivable.amount();
        switch (days / 2 % 3) {
            case 0 -> take(receivable, "CASH", amount, Map.of(), actor);
            case 1 ->
                take(receivable, "TRANSFER", amount, Map.of("bankReference", "ICBC" + receivable.number()), actor);
            default ->
                take(
                        receivable,
                        "CARD",
                        amount,
                        Map.of(
                                "terminal",
                                "T01",
                                "batch",
                                "000012",
                                "voucher",
                                receivable.number().substring(receivable.number().length() - 6),
                                "cardType",
                                "DEBIT"),
                        actor);
        }
    }

    private void take(Receivable receivable, String method, Money amount, Map<String, String> reference, Actor actor) {
        cashier.take(
                List.of(receivable.number()),
                new Cashier.Asked(method, amount.yuan(), reference),
                actor,
                new Call(actor.username(), "POST payment", null, receivable.number()));
    }
}
