package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shouqi.identity.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst changes the tariff with a browser alone, sees what it does, and somebody else lets it pass. */
class RuleWorkbenchTest extends StoreAtWork {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void people_of_the_company() {
        organisation.user(COMPANY, COMPANY, "way.analyst", "吴分析", PASSWORD, Set.of(Role.ANALYST));
        organisation.user(COMPANY, COMPANY, "way.director", "周总监", PASSWORD, Set.of(Role.DIRECTOR));
        organisation.user(COMPANY, COMPANY, "way.finance", "孙会计", PASSWORD, Set.of(Role.FINANCE));
    }

    @Test
    void a_tariff_is_drafted_in_the_grid_tried_replayed_and_published_by_others() throws Exception {
        // twice 10,000 less: the director alone may not say yes to that
        sign("YW-5001", "朝阳区望京东园 5 号楼 1-101", "许诺", "13800138051", "邓超", "13900139051", "");
        sign("YW-5002", "朝阳区望京东园 5 号楼 1-102", "许愿", "13800138052", "邓超", "13900139052", "");
        var analyst = desk();
        logIn(analyst, "way.analyst", PASSWORD);
        analyst.click("nav >> text=规则");
        look(analyst, "rules");
        analyst.click(".rule-table >> text=收费标准");
        look(analyst, "rules-table");
        var version = draft(analyst, "北京佣金下调");

        assertThat(cell(analyst, "L", 11)).hasText("1%");
        write(analyst, "L", 11, "0.8");
        analyst.click(".grid-tools >> text=保存");
        assertThat(analyst.locator("#rule-mistakes [data-cell=L11]")).isVisible();
        assertThat(cell(analyst, "L", 11)).hasClass(Pattern.compile(".*has-error.*"));
        look(analyst, "rules-mistake");

        write(analyst, "L", 11, "0.8%");
        analyst.click(".grid-tools >> text=保存");
        assertThat(analyst.locator(".grid-tools [role=status]")).hasText("已保存");
        assertThat(analyst.locator("#rule-mistakes [data-cell=L11]")).hasCount(0);

        analyst.click("#tab-changes");
        assertThat(analyst.locator("#changes del")).hasText(Pattern.compile(".*1%"));
        assertThat(analyst.locator("#changes ins")).hasText(Pattern.compile(".*0.8%"));
        look(analyst, "rules-changes");

        analyst.click("#tab-trial");
        analyst.fill("#try-amount", "5000000");
        analyst.click("#panel-trial [type=submit]");
        assertThat(analyst.locator(".rule-quote tfoot")).containsText("¥90,000.00");
        look(analyst, "rules-trial");

        analyst.click("#tab-replay");
        analyst.fill("#replay-from", "2024-01-01");
        analyst.click("#panel-replay [type=submit]");
        assertThat(analyst.locator(".rule-figures .is-lead")).containsText("-¥");
        assertThat(analyst.locator("#replay")).containsText("望京店");
        look(analyst, "rules-replay");

        analyst.click("text=提交审核");
        analyst.click("#submit-dialog [type=submit]");
        assertThat(analyst.locator(".sheet-title")).containsText("审核中");

        approve("way.director", version);
        approve("way.finance", version);

        analyst.navigate("/rules/fees/" + version);
        await(analyst, analyst.locator(".sheet-title >> text=已发布"));
        assertThat(analyst.locator(".rule-facts")).containsText("孙会计");
        assertThat(analyst.locator(".rule-opinions")).containsText("周总监");
        assertThat(analyst.locator(".grid-tools")).hasCount(0);
    }

    @Test
    void rows_come_from_a_spreadsheet_by_pasting_and_go_back_by_undo() {
        var analyst = desk();
        logIn(analyst, "way.analyst", PASSWORD);
        analyst.navigate("/rules/commission-split");
        draft(analyst, "各店分佣");
        var rows = analyst.locator(".rule-grid .tabulator-tableholder .tabulator-row");
        assertThat(rows.first()).isVisible();
        var before = rows.count();
        analyst.click(".grid-tools >> text=加一行");
        assertThat(rows).hasCount(before + 1);
        cell(analyst, "A", 11 + before).click();
        paste(analyst, "二手房\t" + STORE + "\t30%\t30%\t40%\n租赁\t" + STORE + "\t50%\t50%");
        assertThat(rows).hasCount(before + 2);
        assertThat(cell(analyst, "E", 11 + before)).hasText("40%");
        assertThat(cell(analyst, "A", 12 + before)).hasText("租赁");

        analyst.click(".grid-tools >> text=保存");
        assertThat(analyst.locator(".grid-tools [role=status]")).hasText("已保存");
        analyst.reload();
        assertThat(cell(analyst, "D", 12 + before)).hasText("50%");

        write(analyst, "D", 12 + before, "49%");
        analyst.click(".grid-tools >> text=撤销");
        assertThat(cell(analyst, "D", 12 + before)).hasText("50%");
    }

    @Test
    void a_file_with_code_in_a_cell_is_refused_with_its_address_and_an_honest_one_taken() throws Exception {
        var analyst = desk();
        logIn(analyst, "way.analyst", PASSWORD);
        analyst.navigate("/rules/channel-fee");
        var file = analyst.waitForDownload(() -> analyst.locator("td.is-action a").first().click());
        var honest = Files.readAllBytes(file.path());
        analyst.click("text=上传 Excel");
        analyst.fill("#upload-reason", "渠道降费");
        analyst.setInputFiles("#file", new FilePayload("坏.xlsx", WORKBOOK, "没有表格".getBytes(StandardCharsets.UTF_8)));
        analyst.click("#upload-dialog [type=submit]");
        assertThat(analyst.locator("#upload-dialog [aria-invalid=true]")).hasCount(1);
        look(analyst, "rules-refused");
        analyst.setInputFiles("#file", new FilePayload("渠道.xlsx", WORKBOOK, honest));
        analyst.click("#upload-dialog [type=submit]");
        assertThat(analyst.locator(".sheet-title")).containsText("草稿");
    }

    @Test
    void a_manager_reads_on_the_phone_and_changes_nothing() {
        var manager = phone();
        logIn(manager, "way.manager", PASSWORD);
        manager.navigate("/rules/fees/2");
        assertThat(manager.locator(".rule-grid .tabulator-row").first()).isVisible();
        assertThat(manager.locator(".grid-tools")).hasCount(0);
        assertThat(manager.locator("text=起草新版")).hasCount(0);
        assertFits(manager);
    }

    private void approve(String username, String version) {
        var page = desk();
        logIn(page, username, PASSWORD);
        page.navigate("/rules/fees/" + version);
        var decide = page.locator("text=去审核");
        await(page, decide);
        decide.click();
        assertThat(page.locator(".fjs-form")).containsText("审核意见");
        look(page, "rules-approval");
        page.getByLabel("批准").check();
        page.click("button:has-text('提交')");
        assertThat(page.locator(".toast-note")).containsText("已完成");
    }

    /** @return the number of the version */
    private static String draft(Page page, String reason) {
        page.click("text=起草新版");
        page.fill("#draft-day", LocalDate.of(2040, 1, 1).toString());
        page.fill("#draft-reason", reason);
        page.click("text=开始起草");
        assertThat(page.locator(".sheet-title")).containsText("草稿");
        assertThat(page.locator(".rule-grid .tabulator-row").first()).isVisible();
        return page.url().replaceAll(".*/(\\d+)$", "$1");
    }

    /** As the sheet names it: L11. */
    private static Locator cell(Page page, String letter, int row) {
        var column = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L").indexOf(letter);
        return page.locator(".tabulator-row", new Page.LocatorOptions()
                        .setHas(page.locator(".tabulator-row-header", new Page.LocatorOptions()
                                .setHasText(Pattern.compile("^" + row + "$")))))
                .locator("[tabulator-field=c" + column + "]");
    }

    private static void write(Page page, String letter, int row, String text) {
        cell(page, letter, row).dblclick();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  document.querySelector('.rule-grid .tabulator').dispatchEvent(
                    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""", text);
    }

    /** The process moves on by itself; the page shows the moment it was opened. */
    private static void await(Page page, Locator sought) {
        for (var tries = 0; tries < 60 && !sought.first().isVisible(); tries++) {
            page.reload();
            page.waitForLoadState();
        }
        assertThat(sought.first()).isVisible();
    }
}
