package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shouqi.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst changes processes and forms with a browser alone, and the director lets them pass. */
class ProcessWorkbenchTest extends StoreAtWork {

    private static final String ANALYST = "way.drawer";
    private static final String DIRECTOR = "way.head";

    @BeforeEach
    void people_of_the_company() {
        organisation.user(COMPANY, COMPANY, ANALYST, "沈分析", PASSWORD, Set.of(Role.ANALYST));
        organisation.user(COMPANY, COMPANY, DIRECTOR, "韩总监", PASSWORD, Set.of(Role.DIRECTOR));
        organisation.user(COMPANY, COMPANY, "way.auditor", "何审计", PASSWORD, Set.of(Role.AUDITOR));
    }

    @Test
    void a_step_is_drawn_from_a_template_rehearsed_and_published() {
        var analyst = at(ANALYST, "/");
        analyst.click("nav >> text='流程'");
        look(analyst, "processes");
        analyst.click(".rule-table:has(.rule-title:text-is('收取应收款')) >> nth=0");
        look(analyst, "processes-one");
        var draft = draft(analyst, "逾期再通知一次");

        // a step on the way, as yet without saying which
        analyst.click(".djs-palette [data-action='create.service-task']");
        drop(analyst, "flow_markOverdue_followUpOverdue");
        analyst.keyboard().type("再通知一次");
        analyst.keyboard().press("Enter");
        save(analyst);
        var finding = analyst.locator("#model-findings li:has-text('没有选系统步骤')");
        assertThat(finding).containsText("再通知一次");
        look(analyst, "processes-finding");
        analyst.click("#tab-plan");
        assertThat(analyst.locator("#plan")).containsText("还有错误");

        analyst.click("#tab-drawing");
        finding.locator("button").click();
        pick(analyst, "通知付款");
        save(analyst);
        assertThat(analyst.locator("#model-findings")).not().containsText("错误");
        look(analyst, "processes-modeler");

        analyst.click("#tab-changes");
        assertThat(analyst.locator("#changes")).containsText("再通知一次");
        assertThat(analyst.locator("#changes .step-added").first()).isVisible();
        look(analyst, "processes-changes");

        rehearse(analyst);
        submit(analyst, draft);
        approve(draft);
        analyst.navigate("/processes/collect-receivable");
        await(analyst, analyst.locator("tr:has-text('现行') >> text=第 2 版"));
        assertThat(analyst.locator("tr:has-text('现行')")).containsText("韩总监");
        analyst.click("text=比较 >> nth=-1");
        assertThat(analyst.locator("#changes")).containsText("再通知一次");
        look(analyst, "processes-compared");
    }

    @Test
    void of_two_open_windows_the_slower_one_is_told_and_keeps_what_was_drawn() {
        var first = at(ANALYST, "/processes/resolve-suspense");
        var draft = draft(first, "改名称");
        assertThat(first.locator(".modeler[data-ready]")).isVisible();
        var second = at(ANALYST, draft.replace(address(), ""));
        assertThat(second.locator(".modeler[data-ready]")).isVisible();

        rename(first, "userTask_resolveSuspense", "处理没认领的款");
        save(first);
        rename(second, "userTask_resolveSuspense", "处理不明的款");
        second.click("text=保存并检查");
        assertThat(second.locator(".toast-note")).containsText("刚刚在别处保存过");
        assertThat(second.locator("[data-element-id=userTask_resolveSuspense]")).containsText("处理不明的款");
        first.click(".grid-tools >> text=撤销");
        assertThat(first.locator("[data-element-id=userTask_resolveSuspense]")).containsText("处理待查款");
    }

    @Test
    void a_form_is_uploaded_mended_and_published() throws IOException {
        var analyst = at(ANALYST, "/processes/followUpOverdue");
        var file = analyst.waitForDownload(() -> analyst.click("td.is-action >> text=下载"));
        var shipped = Files.readString(file.path());
        analyst.click("text=上传文件");
        analyst.fill("#upload-dialog-reason", "说清楚跟进了什么");
        analyst.setInputFiles("#upload-dialog-file", form(shipped.replace("\"key\": \"note\"", "\"key\": \"words\"")));
        analyst.click("#upload-dialog [type=submit]");
        analyst.waitForURL("**/drafts/*");
        assertThat(analyst.locator("#model-findings")).containsText("少了字段");
        look(analyst, "processes-form-mistake");

        analyst.click("text=换一个文件");
        analyst.setInputFiles("#replace-dialog-file", form(shipped.replace("跟进情况", "跟进经过")));
        analyst.click("#replace-dialog [type=submit]");
        assertThat(analyst.locator("#model-findings")).containsText("检查通过");
        assertThat(analyst.locator(".fjs-form")).containsText("跟进经过");
        analyst.click("#tab-changes");
        assertThat(analyst.locator("#changes")).containsText("跟进经过");
        look(analyst, "processes-form");

        var draft = analyst.url();
        submit(analyst, draft);
        approve(draft);
        analyst.navigate("/processes/followUpOverdue");
        await(analyst, analyst.locator("tr:has-text('现行') >> text=第 2 版"));
        assertThat(analyst.locator(".fjs-form")).containsText("跟进经过");
    }

    @Test
    void on_a_phone_and_by_others_a_draft_is_only_looked_at() {
        var analyst = at(ANALYST, "/processes/approve-exception");
        var draft = draft(analyst, "看看");
        var phone = phone();
        logIn(phone, ANALYST, PASSWORD);
        phone.navigate(draft);
        assertThat(phone.locator(".model-phone .djs-container")).isVisible();
        assertThat(phone.locator("text=手机上只能看图")).isVisible();
        assertThat(phone.locator(".djs-palette")).hasCount(0);
        assertFits(phone);

        var auditor = at("way.auditor", draft.replace(address(), ""));
        assertThat(auditor.locator(".djs-container")).isVisible();
        assertThat(auditor.locator("text=保存并检查")).hasCount(0);
        assertThat(auditor.locator("text=作废")).hasCount(0);
    }

    @Test
    void what_cannot_be_drawn_is_said_by_line() {
        var analyst = at(ANALYST, "/processes/resolve-suspense");
        analyst.click("text=上传文件");
        analyst.fill("#upload-dialog-reason", "试试");
        analyst.setInputFiles("#upload-dialog-file", file("坏.bpmn", "<bpmn:definitions"));
        analyst.click("#upload-dialog [type=submit]");
        analyst.waitForURL("**/drafts/*");
        assertThat(analyst.locator(".modeler")).containsText("这个文件画不出来");
        assertThat(analyst.locator("#model-findings")).containsText("第 1 行读不懂");
        analyst.click("text=作废 >> nth=0");
        analyst.click("#withdraw-dialog [type=submit]");
        assertThat(analyst.locator(".sheet-title")).containsText("已作废");
    }

    private Page at(String user, String path) {
        var page = desk();
        logIn(page, user, PASSWORD);
        page.navigate(path);
        return page;
    }

    /** @return its address */
    private static String draft(Page page, String reason) {
        page.click("text=起草新版");
        page.fill("#draft-reason", reason);
        page.click("text=开始起草");
        page.waitForURL("**/drafts/*");
        assertThat(page.locator(".modeler[data-ready]")).isVisible();
        return page.url();
    }

    /** Onto the middle of a line, which then leads through it. */
    private static void drop(Page page, String flow) {
        var at = (List<?>) page.evaluate("""
                id => {
                  const path = document.querySelector(`[data-element-id="${id}"] .djs-visual > path`);
                  const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
                  return [middle.x, middle.y];
                }""", flow);
        var x = ((Number) at.get(0)).doubleValue();
        var y = ((Number) at.get(1)).doubleValue();
        page.mouse().move(x - 30, y - 30);
        page.mouse().move(x, y);
        page.mouse().click(x, y);
    }

    private static void rename(Page page, String element, String name) {
        page.locator("[data-element-id=" + element + "]").dblclick();
        page.keyboard().press("Control+A");
        page.keyboard().type(name);
        page.keyboard().press("Enter");
    }

    private static void save(Page page) {
        page.click("text=保存并检查");
        assertThat(page.locator(".grid-tools [role=status]")).hasText("已保存");
    }

    private static void pick(Page page, String template) {
        page.click(".bio-properties-panel-select-template-button");
        page.click(".djs-popup .entry >> text=" + template);
        assertThat(page.locator(".bio-properties-panel-header")).containsText(template);
    }

    /** Until the customer does not pay and somebody has to follow it up. */
    private void rehearse(Page page) {
        page.click("text=试运行");
        choose(page, "false");
        choose(page, "true");
        page.fill("#course input[name='flag.overdueAt']", "2030-01-01T09:00:00+08:00");
        page.click("#course .rehearsal-choice .btn-primary");
        page.click("#course .rehearsal-choice:has-text('已到期') button");
        assertThat(page.locator(".rehearsal-path")).containsText("再通知一次");
        assertThat(page.locator(".rehearsal-now")).containsText("跟进逾期");
        look(page, "processes-rehearsal");
    }

    private static void choose(Page page, String flag) {
        var asked = page.locator("#course .rehearsal-choice").first();
        asked.locator("select").first().selectOption(flag);
        var before = page.locator(".rehearsal-path li").count();
        asked.locator(".btn-primary").click();
        assertThat(page.locator(".rehearsal-path li").nth(before)).isVisible();
    }

    private void submit(Page page, String draft) {
        page.navigate(draft);
        page.click("#tab-plan");
        assertThat(page.locator("#plan button[type=submit]")).isVisible();
        look(page, "processes-plan");
        page.click("#plan button[type=submit]");
        assertThat(page.locator(".sheet-title")).containsText("审核中");
    }

    private void approve(String draft) {
        var director = at(DIRECTOR, draft.replace(address(), ""));
        var decide = director.locator("text=去审核");
        await(director, decide);
        decide.click();
        assertThat(director.locator(".fjs-form")).containsText("审核意见");
        look(director, "processes-approval");
        director.locator("a.number[href*=submission]").click();
        director.waitForURL(draft);
        director.goBack();
        director.getByLabel("批准并发布").check();
        director.click("button:has-text('提交')");
        assertThat(director.locator(".toast-note")).containsText("已完成");
    }

    private static FilePayload form(String text) {
        return file("跟进逾期.form", text);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
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
