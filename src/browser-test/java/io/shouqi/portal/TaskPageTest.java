package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shouqi.BrowserTest;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.RuleTables;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Deployments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A discount that waits for the store manager, as the manager sees it. */
class TaskPageTest extends BrowserTest {

    private static final String COMPANY = "TASKS";
    private static final String PASSWORD = "right horse";

    @Autowired
    private Organisation organisation;

    @Autowired
    private Deployments deployments;

    @Autowired
    private RuleTables rules;

    @Autowired
    private SigningDesk signing;

    @Autowired
    private Users users;

    @Autowired
    private ManagementService jobs;

    private String contract = "";

    @BeforeEach
    void a_discount_waits_for_the_manager() {
        organisation.company(COMPANY, "任务测试公司", "GENERAL");
        organisation.area(COMPANY, "TASKS-AREA", "朝阳区");
        organisation.store(
                new Store(COMPANY, "TASKS-STORE", "望京店", "TASKS-AREA", "北京", "01012345678", "望京街1号"), "TASKS-AREA");
        organisation.user(COMPANY, "TASKS-STORE", "tasks.clerk", "王小店", PASSWORD, Set.of(Role.CLERK));
        organisation.user(COMPANY, "TASKS-STORE", "tasks.manager", "李店长", PASSWORD, Set.of(Role.STORE_MANAGER));
        organisation.user(COMPANY, "TASKS-STORE", "tasks.second", "赵店长", PASSWORD, Set.of(Role.STORE_MANAGER));
        rules.seed(COMPANY);
        deployments.seed(COMPANY);
        contract = sign();
        runJobs();
    }

    /** Everybody begins at home; these go on to the tasks. */
    @Override
    protected void logIn(Page page, String username, String password) {
        super.logIn(page, username, password);
        // the list opens where there is work; what other tests left on the desk must not decide that
        page.navigate("/tasks?queue=ALL");
    }

    @Test
    void the_manager_approves_and_the_task_is_gone() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        page.click(".queue-list >> text=待领取");
        assertThat(page.locator(".queue-list [aria-current]")).containsText("待领取");
        picture(page, "tasks-list");

        open(page);
        assertThat(page.locator(".task-head h2")).containsText("打折");
        assertThat(page.locator(".fjs-form")).containsText("审批意见");
        assertAccessible(page);
        assertFits(page);
        picture(page, "tasks-open");

        page.click("#tab-diagram");
        assertThat(page.locator(".step-current")).hasCount(1);
        picture(page, "tasks-diagram");

        page.click("#tab-work");
        page.getByLabel("批准").check();
        page.click("button:has-text('提交')");

        assertThat(page.locator(".toast-note")).containsText("已完成");
        assertThat(page.getByText(contract)).hasCount(0);
    }

    @Test
    void a_rejection_without_a_reason_is_refused_beside_the_field() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        open(page);

        page.getByLabel("驳回").check();
        page.click("button:has-text('提交')");

        assertThat(page.locator(".fjs-form-field-error")).isVisible();
        assertThat(page.locator("[data-problem]:visible")).isVisible();
        picture(page, "tasks-refused");
    }

    @Test
    void a_claimed_task_is_read_only_for_the_colleague() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        open(page);
        page.keyboard().press("c");
        assertThat(page.locator(".queue-list [aria-current]")).containsText("我的任务");
        assertThat(page.locator("button:has-text('退回')")).isVisible();

        var colleague = desk();
        logIn(colleague, "tasks.second", PASSWORD);
        colleague.click("#queue-ALL");
        open(colleague);

        assertThat(colleague.locator(".task-detail")).containsText("李店长 正在办理");
        assertThat(colleague.locator("button:has-text('提交')")).hasCount(0);
        picture(colleague, "tasks-taken");
    }

    @Test
    void on_a_phone_the_list_leads_to_the_task_and_back() {
        var page = phone();
        logIn(page, "tasks.manager", PASSWORD);
        assertThat(page.locator(".task-list")).isVisible();
        assertFits(page);
        picture(page, "tasks-phone-list");

        open(page);
        assertThat(page.locator(".task-list")).isHidden();
        assertThat(page.locator(".fjs-form")).isVisible();
        assertFits(page);
        picture(page, "tasks-phone-open");

        page.click(".back-to-list");
        assertThat(page.locator(".task-list")).isVisible();
    }

    @Test
    void two_discounts_are_approved_with_one_decision() {
        var other = sign();
        runJobs();
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        tick(page, contract);
        tick(page, other);
        assertThat(page.locator("[data-picked]")).hasText("2");
        page.click("[data-bulk-approve]");
        assertThat(page.locator("#bulk-dialog")).containsText(contract);
        assertThat(page.locator(".bulk-total")).containsText("¥10,000.00");
        assertAccessible(page);
        picture(page, "tasks-bulk");

        page.fill("#bulk-comment", "本季活动");
        page.click("#bulk-dialog .btn-primary");

        assertThat(page.locator(".task-outcome")).containsText("批准了 2 项");
        assertThat(page.locator(".task-list")).not().containsText(contract);
        picture(page, "tasks-bulk-done");
    }

    private static void tick(Page page, String contract) {
        page.locator(".task-list li", new Page.LocatorOptions().setHasText(contract))
                .locator("input")
                .check();
    }

    @Test
    void who_comes_too_late_is_told_by_whom_and_keeps_the_page() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        open(page);
        var colleague = desk();
        logIn(colleague, "tasks.second", PASSWORD);
        open(colleague);
        colleague.keyboard().press("c");
        assertThat(colleague.locator("button:has-text('退回')")).isVisible();

        page.locator(".task-buttons button", new Page.LocatorOptions().setHasText("领取"))
                .click();

        assertThat(page.locator(".task-detail [role=alert]:visible")).containsText("慢了一步：赵店长");
        picture(page, "tasks-too-late");
    }

    @Test
    void what_was_typed_is_there_again_after_a_reload() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        open(page);
        page.getByLabel("说明").fill("等总部回话");
        page.getByLabel("驳回").check();
        assertThat(page.locator("[data-draft-note]")).containsText("草稿已保存");

        page.reload();

        assertThat(page.getByLabel("说明")).hasValue("等总部回话");
        assertThat(page.locator("[data-draft-note]")).containsText("已填入您");
    }

    @Test
    void a_task_goes_to_a_colleague_and_comes_back_with_words_and_a_file() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        open(page);
        page.click("#tab-history");
        page.fill("#task-comment", "客户是老朋友");
        page.click("text=发表");
        assertThat(page.locator(".timeline")).containsText("客户是老朋友");
        page.click("#tab-files");
        page.locator("#task-files input[type=file]")
                .setInputFiles(new FilePayload("报价.exe", "application/pdf", "%PDF-1.7".getBytes(UTF_8)));
        assertThat(page.locator(".task-file-list")).containsText("报价.exe.pdf");
        page.locator("#task-files input[type=file]")
                .setInputFiles(new FilePayload("坏.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1}));
        assertThat(page.locator("#task-files [data-error-of=file]")).containsText("只收");
        picture(page, "tasks-files");
        page.click("text=转交…");
        page.fill("#delegate-name", "赵");
        page.getByLabel("赵店长").check();
        page.fill("#delegate-reason", "下午去签约");
        picture(page, "tasks-delegate");
        page.click("#delegate .btn-primary");
        assertThat(page.locator(".queue-list [aria-current]")).containsText("我转交的");

        var colleague = desk();
        logIn(colleague, "tasks.second", PASSWORD);
        open(colleague);
        assertThat(colleague.locator(".task-detail")).containsText("李店长 转交给您的");
        colleague.click("#tab-history");
        assertThat(colleague.locator(".timeline")).containsText("下午去签约");
        assertAccessible(colleague);
        picture(colleague, "tasks-history");
        colleague.click("text=还给 李店长");
        assertThat(colleague.locator(".task-detail")).containsText("李店长 正在办理");
    }

    @Test
    void a_filter_is_kept_under_a_name() {
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        page.fill("#task-words", "没有这样的");
        assertThat(page.locator(".task-column")).containsText("没有符合条件的任务");
        page.fill("#task-words", contract);
        assertThat(page.locator(".task-list")).containsText(contract);
        page.click("#task-kept summary");
        page.fill("#list-keep-name", "盯这一份");
        page.click("#task-kept .list-keep .btn-primary");

        assertThat(page.locator("#task-kept [aria-current]")).containsText("盯这一份");
        picture(page, "tasks-kept");
    }

    @Test
    void keys_walk_through_the_list() {
        sign();
        runJobs();
        var page = desk();
        logIn(page, "tasks.manager", PASSWORD);
        assertThat(page.locator(".task-list a").first()).isVisible();

        page.keyboard().press("j");
        assertThat(page.locator(".task-list a").first()).isFocused();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/tasks/[0-9a-f-]{36}.*"));
        assertThat(page.locator(".task-head h2")).isVisible();
    }

    @Test
    void a_clerk_sees_nothing_of_it() {
        var page = desk();
        logIn(page, "tasks.clerk", PASSWORD);

        assertThat(page.locator(".task-column")).containsText("没有任务");
        picture(page, "tasks-none");
    }

    private void open(Page page) {
        var task = page.locator(".task-list a", new Page.LocatorOptions().setHasText(contract));
        task.click();
        assertThat(page.locator(".task-head h2")).isVisible();
    }

    private String sign() {
        var parties = List.of(
                new Person(PartyRole.BUYER, "买方甲", "+8613800138000", null, null),
                new Person(PartyRole.SELLER, "卖方乙", "+8613900139000", null, null));
        var signed = new NewContract(
                COMPANY,
                "EXT-" + UUID.randomUUID(),
                "fingerprint",
                DealType.RESALE,
                "TASKS-STORE",
                "北京",
                LocalDate.of(2024, 3, 1),
                Money.ofYuan("5000000"),
                null,
                "望京西园三区 301 号楼",
                "朝阳",
                new BigDecimal("89.50"),
                parties,
                List.of(),
                null,
                List.of(),
                List.of(new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100))),
                new NewContract.Discount(new BigDecimal("5"), "老客户介绍"));
        return signing.sign(signed, users.byUsername("tasks.clerk").orElseThrow())
                .contractNo();
    }

    private void runJobs() {
        for (var due = jobs.createJobQuery().executable().list();
                !due.isEmpty();
                due = jobs.createJobQuery().executable().list()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }
}
