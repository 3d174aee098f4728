package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main way of those who neither sign nor collect. */
class EachRoleAtWorkTest extends StoreAtWork {

    @BeforeEach
    void the_house_is_complete() {
        person("way.area", "郑区总", "WAY-AREA", Role.AREA_MANAGER);
        person("way.director", "周总监", COMPANY, Role.DIRECTOR);
        person("way.finance", "孙会计", COMPANY, Role.FINANCE);
        person("way.auditor", "钱审计", COMPANY, Role.AUDITOR);
        person("way.agent", "赵经纪", STORE, Role.AGENT);
    }

    @Test
    void a_manager_approves_a_discount_on_the_phone_from_home() throws Exception {
        var contract = discounted("YW-3001", "4", "13800138031");
        var manager = phone();
        logIn(manager, "way.manager", PASSWORD);
        manager.click("#figure-approvals");
        openTask(manager, contract);
        assertThat(manager.locator(".task-detail")).containsText("老客户介绍");
        look(manager, "phone-approval");
        approve(manager);

        assertThat(statusOf(manager, contract)).hasText("待客户确认");
    }

    @Test
    void a_manager_without_a_mouse_approves_a_discount() throws Exception {
        var contract = discounted("YW-3002", "4.5", "13800138032");
        var manager = desk();
        logIn(manager, "way.manager", PASSWORD);
        var keys = manager.keyboard();
        keys.press("g");
        keys.press("t");
        manager.waitForURL("**/tasks**");
        manager.waitForLoadState();
        keys.press("f");
        assertThat(manager.locator("#task-words")).isFocused();
        keys.type(contract);
        manager.waitForURL("**q=" + contract + "**");
        assertThat(manager.locator(".task-list li")).hasCount(1);
        keys.press("Escape");
        keys.press("j");
        keys.press("Enter");
        assertThat(manager.locator(".task-head h2")).isFocused();
        assertThat(manager.locator(".fjs-form")).containsText("审批意见");

        tabTo(manager, "input[type=radio]");
        keys.press("Space");
        assertThat(manager.getByLabel("批准")).isChecked();
        tabTo(manager, "button[type=submit]");
        keys.press("Enter");

        assertThat(manager.locator(".toast-note")).containsText("已完成");
        assertThat(statusOf(manager, contract)).hasText("待客户确认");
    }

    @Test
    void an_area_manager_approves_what_is_too_much_for_the_store() throws Exception {
        var contract = discounted("YW-3003", "8", "13800138033");
        approves("way.manager", contract);
        var area = desk();
        logIn(area, "way.area", PASSWORD);
        area.click("nav >> text=任务");
        openTask(area, contract);
        assertThat(area.locator(".task-detail")).containsText("陈店长");
        approve(area);
        assertThat(statusOf(area, contract)).hasText("待客户确认");
    }

    @Test
    void a_director_rejects_what_gives_too_much_away_and_the_clerk_hears_why() throws Exception {
        var contract = discounted("YW-3004", "15", "13800138034");
        approves("way.manager", contract);
        approves("way.area", contract);
        var director = desk();
        logIn(director, "way.director", PASSWORD);
        director.click("#figure-approvals");
        openTask(director, contract);
        director.getByLabel("驳回").check();
        director.getByLabel("说明").fill("超过本季度让利上限");
        director.click("button:has-text('提交')");
        assertThat(director.locator(".toast-note")).containsText("已完成");

        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.navigate("/tasks?queue=ALL");
        openTask(clerk, contract);
        assertThat(clerk.locator(".task-detail")).containsText("超过本季度让利上限");
    }

    @Test
    void finance_finds_the_days_receipts_and_takes_them_to_the_spreadsheet() throws Exception {
        var contract = sign("YW-3005", "朝阳区利泽西街 6 号 8-2", "邹洁", "13800138035", "严明", "13900139035", "");
        confirmAll(contract);
        payInCash(contract);
        var finance = desk();
        logIn(finance, "way.finance", PASSWORD);
        finance.click("nav >> text=收款记录");
        finance.fill("#q", "邹洁");
        finance.keyboard().press("Enter");
        assertThat(finance.locator("#list-rows tr")).hasCount(1);
        assertThat(finance.locator("#list-rows")).containsText("¥50,000.00");

        Download sheet = finance.waitForDownload(() -> finance.click("text=导出 Excel"));
        assertThat(sheet.suggestedFilename()).endsWith(".xlsx");
        assertThat(Files.size(sheet.path())).isPositive();
        assertThat(finance.locator("nav >> text=收银")).hasCount(0);
        assertThat(finance.navigate("/cashier").status()).isEqualTo(403);
    }

    @Test
    void an_agent_sees_the_deals_of_the_store_and_of_no_other() throws Exception {
        organisation.store(
                new Store(COMPANY, "WAY02", "亚运村店", "WAY-AREA", "北京", "010-6470 0002", "北京市朝阳区北苑路 170 号"), "WAY-AREA");
        organisation.user(COMPANY, "WAY02", "way.agent2", "冯经纪", PASSWORD, Set.of(Role.AGENT));
        var contract = sign("YW-3006", "朝阳区湖光中街 1 号 3-5", "唐宁", "13800138036", "蔡琳", "13900139036", """
                , "agents": [{"agentId": "way.agent", "role": "LISTING"}]""");
        var agent = phone();
        logIn(agent, "way.agent", PASSWORD);
        agent.click("nav >> text=合同");
        agent.click(".row-link >> text=朝阳区湖光中街 1 号 3-5");
        assertThat(agent.locator("#content")).containsText("收费清单");
        assertThat(agent.locator("text=撤销合同")).hasCount(0);
        look(agent, "agent-contract");

        var neighbour = phone();
        logIn(neighbour, "way.agent2", PASSWORD);
        neighbour.click("nav >> text=合同");
        assertThat(neighbour.locator("#content")).not().containsText(contract);
        assertThat(neighbour.navigate("/contracts/" + contract).status()).isEqualTo(404);
        assertThat(neighbour.locator("#content")).not().containsText("唐宁");
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() throws Exception {
        var contract = sign("YW-3008", "朝阳区湖光中街 1 号 3-7", "彭涛", "13800138038", "蔡琳", "13900139038", "");
        var auditor = desk();
        logIn(auditor, "way.auditor", PASSWORD);
        auditor.click("nav >> text=合同");
        auditor.click(".row-link >> text=朝阳区湖光中街 1 号 3-7");
        assertThat(auditor.locator("#content")).containsText("收费清单");
        assertThat(auditor.locator("#content [data-opens]")).hasCount(0);

        auditor.click("nav >> text=审计");
        auditor.waitForURL("**/audit**");
        auditor.waitForLoadState();
        auditor.fill("input[name=subject]", contract);
        auditor.keyboard().press("Enter");
        auditor.waitForURL("**subject=" + contract + "**");
        assertThat(auditor.locator("#list-rows tr").first()).containsText(contract);
    }

    private void person(String username, String name, String unit, Role role) {
        organisation.user(COMPANY, unit, username, name, PASSWORD, Set.of(role));
    }

    private String discounted(String externalNo, String percent, String phone) throws Exception {
        return sign(externalNo, "朝阳区广顺北大街 " + percent + " 号", "章敏", phone, "云飞", "13900139030", """
                , "discount": {"percent": "%s", "reason": "老客户介绍"}""".formatted(percent));
    }

    private void payInCash(String contract) {
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier?contract=" + contract);
        cashier.click("text=收款并开收据");
        assertThat(cashier.locator(".receipt")).isVisible(SOON);
    }

    private void approves(String username, String contract) {
        var page = desk();
        logIn(page, username, PASSWORD);
        page.navigate("/tasks?queue=ALL");
        openTask(page, contract);
        approve(page);
    }

    private static void openTask(Page page, String contract) {
        page.locator(".task-list a", new Page.LocatorOptions().setHasText(contract))
                .click();
        assertThat(page.locator(".task-head h2")).isVisible();
    }

    private static void approve(Page page) {
        page.getByLabel("批准").check();
        page.click("button:has-text('提交')");
        assertThat(page.locator(".toast-note")).containsText("已完成");
    }

    private static Locator statusOf(Page page, String contract) {
        page.navigate("/contracts?q=" + contract);
        return page.locator("#list-rows .status-word");
    }

    /** Tab by tab, as far as a person would go. */
    private static void tabTo(Page page, String wanted) {
        for (var tabs = 0; tabs < 30; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches('.task-detail ' + wanted)", wanted)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + wanted);
    }
}
