package io.shouqi.portal.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.shouqi.BrowserTest;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The habits of every list, tried at contracts and receivables. */
class ListHabitsTest extends BrowserTest {

    @Autowired
    private Shop shop;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private String contract;

    @BeforeEach
    void some_business() {
        shop.open();
        rows.sql("delete from saved_filter").update();
        rows.sql("delete from list_setting").update();
        contract = shop.confirmed(Shop.resale());
        clock.advance(Duration.ofDays(4));
        shop.confirmed(Shop.resale());
        shop.sign(Shop.rental());
    }

    @Test
    void a_filter_is_kept_used_deleted_and_brought_back() {
        var page = desk();
        logIn(page, "t-manager", "secret");
        page.navigate("/receivables");
        page.selectOption("#status", "OVERDUE");
        assertThat(page).hasURL(Pattern.compile(".*status=OVERDUE.*"));
        page.click(".list-menu summary");
        page.fill("#list-keep-name", "逾期的");
        look(page, "lists-keep");
        page.keyboard().press("Enter");
        assertThat(page.locator(".list-menu summary")).containsText("逾期的");

        page.navigate("/receivables");
        assertThat(page.locator(".list-menu summary")).containsText("我的筛选");
        page.click(".list-menu summary");
        page.click(".list-menu >> text=逾期的");
        assertThat(page.locator("#status")).hasValue("OVERDUE");
        // the whole page came anew, and its buttons with the scripts
        page.waitForLoadState();

        page.click(".list-menu summary");
        page.click("[data-opens=list-filters]");
        assertThat(page.locator("#list-filters")).isVisible();
        look(page, "lists-filters");
        page.click("#list-filters >> text=删除");
        assertThat(page.locator("#toasts")).containsText("已删除“逾期的”");
        page.click("#toasts >> text=撤销");
        assertThat(page.locator(".list-menu summary")).containsText("逾期的");
    }

    @Test
    void rows_are_walked_ticked_and_opened_by_keyboard_and_stay_ticked_when_the_list_is_sorted() {
        var page = desk();
        logIn(page, "t-manager", "secret");
        page.navigate("/receivables?q=" + contract);
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("[data-picked]")).hasText("2");
        var picked = page.locator("[data-pick]:checked").first().inputValue();
        look(page, "lists-picked");

        page.click("#sort-daysOverdue");
        assertThat(page.locator("th[aria-sort=descending]")).containsText("逾期天数");
        assertThat(page.locator("[data-pick][value='" + picked + "']")).isChecked();
        assertThat(page.locator("[data-picked]")).hasText("2");
        var file = page.waitForDownload(() -> page.click(".bulk-bar >> text=导出所选"));
        Assertions.assertThat(file.suggestedFilename()).endsWith(".xlsx");

        page.locator("[data-pick-all]").check();
        page.click("text=取消选择");
        assertThat(page.locator(".bulk-bar")).isHidden();
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/contracts/HT-.*"));
    }

    @Test
    void columns_are_chosen_and_moved_by_keyboard() {
        var page = desk();
        logIn(page, "t-manager", "secret");
        page.navigate("/contracts");
        page.locator("[data-opens=list-columns]").focus();
        page.keyboard().press("Enter");
        look(page, "lists-columns");
        page.getByLabel("各方", new Page.GetByLabelOptions().setExact(true)).uncheck();
        page.getByLabel("上移：签约日期").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-moved]")).containsText("签约日期 3 /");
        page.click("#list-columns >> text=确定");

        assertThat(page.locator("thead th").nth(2)).containsText("签约日期");
        assertThat(page.locator("thead")).not().containsText("各方");
        page.reload();
        assertThat(page.locator("thead")).not().containsText("各方");
        page.click("#list-density");
        assertThat(page.locator("#list")).hasClass(Pattern.compile(".*is-compact.*"));
        look(page, "lists-compact");
    }

    @Test
    void a_list_without_rows_says_so_and_leads_back_to_all() {
        var page = desk();
        logIn(page, "t-manager", "secret");
        page.navigate("/contracts");
        page.fill("#q", "没有这样的合同");
        assertThat(page.locator("#list")).containsText("没有符合条件的");
        look(page, "lists-nothing");
        page.click("#list >> text=清空筛选");
        assertThat(page.locator("#list-rows tr").first()).isVisible();
    }

    @Test
    void lists_fit_a_phone_in_both_lights_and_languages() {
        var page = phone();
        logIn(page, "t-manager", "secret");
        for (var path : List.of("/contracts", "/receivables")) {
            page.navigate(path);
            assertFits(page);
            look(page, "phone" + path.replace('/', '-'));
            page.click("[data-list-fields]");
            assertThat(page.locator("#status")).isVisible();
            page.locator("label.pick").first().click();
            assertThat(page.locator("[data-picked]")).hasText("1");
            assertFits(page);
            look(page, "phone" + path.replace('/', '-') + "-open");
        }
        page.navigate("/receivables?lang=en");
        assertThat(page.locator("h1")).hasText("Receivables");
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'");
        assertFits(page);
        look(page, "phone-receivables-dark-en");
    }

    private void look(Page page, String name) {
        assertAccessible(page);
        picture(page, name);
    }
}
