package io.shouqi.portal.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shouqi.BrowserTest;
import io.shouqi.Shop;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.pricing.PartyRole;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands around every page, as people use it. */
class ShellTest extends BrowserTest {

    private static final String PASSWORD = "secret";
    private static final Pattern CONTRACT = Pattern.compile("/contracts/HT-\\d+-\\d+$");

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TaskList tasks;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_customers_contract_is_found_and_opened_by_the_keyboard_alone() {
        shop.sign(between("上官云川", "+8613911112468"));
        hire("shell.finder", Role.CLERK);
        var page = desk();
        logIn(page, "shell.finder", PASSWORD);

        page.keyboard().press("Control+k");
        assertThat(page.locator("#search")).isVisible();
        page.keyboard().type("上官");
        assertThat(page.locator("#search-results [aria-selected=true]")).containsText("上官云川");
        assertAccessible(page);
        picture(page, "search");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(CONTRACT);
        assertThat(page.locator(".trail")).containsText("合同");
        Assertions.assertThat(page.url()).doesNotContain("q=");

        page.waitForLoadState();
        page.keyboard().press("g");
        page.keyboard().press("t");
        assertThat(page).hasURL(Pattern.compile("/tasks$"));
        page.waitForLoadState();
        page.keyboard().press("/");
        assertThat(page.locator("#search-results")).containsText("最近打开");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(CONTRACT);
    }

    @Test
    void a_phone_number_that_was_typed_stays_in_no_address_and_logging_out_forgets_the_pages() {
        shop.sign(between("夏侯北辰", "+8613911113579"));
        hire("shell.leaver", Role.CLERK);
        var page = desk();
        logIn(page, "shell.leaver", PASSWORD);
        page.navigate("/contracts");

        page.keyboard().press("/");
        page.keyboard().type("13911113579");
        assertThat(page.locator("#search-results")).containsText("夏侯北辰");
        page.keyboard().press("Escape");
        Assertions.assertThat(page.url()).doesNotContain("1391111");
        Assertions.assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .contains("recent:")
                .doesNotContain("1391111");

        page.locator(".user-menu > summary").click();
        page.locator("[data-logout] button").click();
        assertThat(page).hasURL(Pattern.compile("/login\\?out$"));
        Assertions.assertThat((String) page.evaluate("JSON.stringify({...localStorage})"))
                .doesNotContain("recent:");
    }

    @Test
    void the_number_at_the_bell_falls_when_a_notice_is_read() {
        hire("shell.told", Role.STORE_MANAGER);
        delegate("shell.told");
        delegate("shell.told");
        var page = desk();
        logIn(page, "shell.told", PASSWORD);
        assertThat(page.locator(".unread")).hasText("2");

        page.locator(".bell > summary").click();
        assertThat(page.locator(".bell-panel .notice")).hasCount(2);
        assertThat(page.locator(".bell-panel .notice").first()).containsText("把任务转给了您");
        picture(page, "notices");
        page.locator(".bell-panel .notice button").first().click();
        assertThat(page).hasURL(Pattern.compile("/tasks/[0-9a-f-]{36}$"));
        assertThat(page.locator(".unread")).hasText("1");

        page.locator(".bell > summary").click();
        page.locator(".bell-head button").click();
        assertThat(page.locator(".unread")).hasCount(0);
        page.locator(".bell-all").click();
        assertThat(page.locator("main .notice")).hasCount(2);
        assertAccessible(page);
    }

    @Test
    void the_tour_comes_once_walks_through_the_pages_and_can_be_taken_again() {
        hire("shell.new", Role.CLERK, Role.CASHIER);
        var page = desk();
        logInAsNew(page, "shell.new", PASSWORD);
        assertThat(page.locator("#tour")).isVisible();
        assertThat(page.locator("#tour")).isFocused();
        assertAccessible(page);
        picture(page, "tour");
        page.keyboard().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("/contracts$"));
        assertThat(page.locator("#tour")).isVisible();
        assertThat(page.locator(".page-head")).hasClass(Pattern.compile("tour-place"));
        page.waitForResponse(
                response -> response.url().endsWith("/tour/seen"),
                () -> page.keyboard().press("Escape"));

        page.navigate("/tasks");
        assertThat(page.locator("#tour")).isHidden();
        page.locator(".user-menu > summary").click();
        page.locator("[data-tour-starts]").click();
        assertThat(page.locator("#tour-title")).hasText("从任务开始");
    }

    @Test
    void on_a_phone_each_stop_of_the_tour_points_at_something_and_fits() {
        hire("shell.phone", Role.CLERK, Role.CASHIER);
        var page = phone();
        logInAsNew(page, "shell.phone", PASSWORD);
        for (var stop = 1; stop <= 6; stop++) {
            assertThat(page.locator("#tour section:not([hidden]) .tour-count")).hasText(stop + " / 6");
            assertThat(page.locator(".tour-place")).isVisible();
            assertFits(page);
            var card = page.locator("#tour").boundingBox();
            Assertions.assertThat(card.y).isNotNegative();
            Assertions.assertThat(card.y + card.height).isLessThanOrEqualTo(844);
            page.locator("#tour section:not([hidden]) [data-tour-next]").click();
        }
        assertThat(page.locator("#tour")).isHidden();
    }

    @Test
    void help_opens_the_chapter_of_the_page_beside_it_and_on_a_phone_as_a_page() {
        hire("shell.asks", Role.CLERK, Role.CASHIER);
        var page = desk();
        logIn(page, "shell.asks", PASSWORD);
        page.navigate("/cashier");
        page.locator(".frame-tools > [data-help]").click();
        assertThat(page.locator("#help-panel h1")).hasText("收银");
        assertThat(page).hasURL(Pattern.compile("/cashier$"));
        assertAccessible(page);
        picture(page, "help-panel");
        page.keyboard().press("Escape");
        assertThat(page.locator("#help-panel")).isHidden();

        var phone = phone();
        logIn(phone, "shell.asks", PASSWORD);
        phone.navigate("/account");
        phone.locator(".frame-tools > [data-help]").click();
        assertThat(phone).hasURL(Pattern.compile("/help/account$"));
        assertThat(phone.locator("article h1")).hasText("我的账号");
        assertFits(phone);
        assertAccessible(phone);
        picture(phone, "help-phone");
        phone.locator("#manual-words").fill("恢复码");
        assertThat(phone.locator("#passages a").first()).isVisible();
    }

    @Test
    void each_role_finds_its_way_at_every_width() {
        hire("shell.both", Role.CLERK, Role.CASHIER);
        organisation.user(Shop.COMPANY, Shop.COMPANY, "shell.house", "总管", PASSWORD, Set.of(Role.ADMINISTRATOR));
        for (var person : List.of("shell.both", "shell.house")) {
            for (var width : List.of(1440, 820, 390)) {
                var page = width == 390 ? phone() : desk();
                page.setViewportSize(width, 900);
                logIn(page, person, PASSWORD);
                var entries = page.locator(".frame-nav > ul > li > a:visible");
                var count = entries.count();
                Assertions.assertThat(count).isBetween(3, width == 390 ? 5 : 10);
                for (var at = 0; at < count; at++) {
                    entries.nth(at).click();
                    assertThat(entries.nth(at)).hasAttribute("aria-current", "page");
                    assertFits(page);
                }
                if (page.locator(".nav-more").isVisible()) {
                    page.locator(".nav-more summary").click();
                    assertThat(page.locator(".nav-rest a").first()).isVisible();
                }
                assertTouchable(page, entries.first(), width);
                assertAccessible(page);
                picture(page, "rail-" + person.substring(6) + "-" + width);
            }
        }
    }

    @Test
    void by_night_and_in_english_it_reads_as_well() {
        hire("shell.night", Role.CLERK, Role.CASHIER);
        var page = desk();
        logIn(page, "shell.night", PASSWORD);
        page.navigate("/contracts?lang=en");
        switchTheme(page);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).containsText("Go to Cashier");
        assertAccessible(page);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.keyboard().type("望京");
        assertThat(page.locator("#search-results [role=option]").first()).isVisible();
        assertAccessible(page);
        picture(page, "search-en-dark");
        page.keyboard().press("Escape");
        page.locator(".frame-tools > [data-help]").click();
        assertThat(page.locator("#help-panel .status-line")).hasText("The manual is in Chinese only.");
        assertAccessible(page);
        assertThat(page.locator("body")).not().containsText("??");
    }

    private static void assertTouchable(Page page, Locator entry, int width) {
        if (width == 390) {
            var box = entry.boundingBox();
            Assertions.assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(44);
            Assertions.assertThat(box.y + box.height).as("at the lower edge").isGreaterThan(page.viewportSize().height - 5);
        }
    }

    private void delegate(String to) {
        var deal = Shop.resale();
        var contract = shop.sign(Shop.with(
                deal, List.of(), deal.instalments(), new NewContract.Discount(BigDecimal.valueOf(5), "老客户")));
        shop.settle();
        var task = tasks.page(TaskSearch.of(TaskQueue.GROUP), shop.manager(), null).items().stream()
                .filter(each -> each.subject().equals(contract))
                .findFirst()
                .orElseThrow();
        tasks.delegate(task.id(), shop.manager(), to, null);
    }

    private void hire(String username, Role... roles) {
        organisation.user(Shop.COMPANY, Shop.STORE, username, "周同事", PASSWORD, Set.of(roles));
    }

    private static NewContract between(String buyer, String phone) {
        var deal = Shop.resale();
        return Shop.between(
                deal, new Person(PartyRole.BUYER, buyer, phone, null, null), deal.parties().get(1));
    }
}
