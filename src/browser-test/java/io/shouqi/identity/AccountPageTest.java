package io.shouqi.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shouqi.BrowserTest;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One's own account as people use it, at a desk and on a phone. */
class AccountPageTest extends BrowserTest {

    private static final String COMPANY = "ACC";
    private static final String STORE = "ACC01";
    private static final String PASSWORD = "mountain river tea";

    @Autowired
    private Organisation organisation;

    @Autowired
    private SecondFactor factor;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Clock clock;

    @BeforeEach
    void a_store() {
        organisation.company(COMPANY, "账号测试公司", "GENERAL");
        organisation.area(COMPANY, "ACCA", "东区");
        organisation.store(new Store(COMPANY, STORE, "望京店", "东区", "北京", "010-1", "望京街 1 号"), "ACCA");
    }

    @Test
    void a_second_factor_is_put_on_lost_and_put_on_again() {
        var user = hire("acc.clerk", "王小店", Role.CLERK, Role.CASHIER);
        var page = desk();
        logIn(page, "acc.clerk", PASSWORD);
        page.locator(".user-menu summary").click();
        look(page, "account-menu");
        page.getByRole(AriaRole.LINK, named("我的账号")).click();
        look(page, "account");

        var codes = enrol(page, user, "启用");
        assertThat(page.locator("#account")).containsText("还剩 10 个恢复码");

        var phone = phone();
        logIn(phone, "acc.clerk", PASSWORD);
        assertThat(phone.locator("h2")).hasText("第二道验证");
        phone.fill("#code", "000000");
        phone.click("button:has-text('继续')");
        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("动态码不对");
        phone.click("summary");
        look(phone, "login-code-phone");
        phone.fill("#recovery", codes.get(0));
        phone.click("button:has-text('用恢复码登录')");
        assertThat(phone.locator(".frame-nav")).isVisible();

        phone.navigate("/account");
        look(phone, "account-phone");
        enrol(phone, user, "换绑手机");
        Assertions.assertThat(factor.acceptsRecovery(user, codes.get(1))).isFalse();
    }

    @Test
    void a_device_that_is_not_known_is_logged_out() {
        hire("acc.device", "李收银", Role.CASHIER);
        var here = desk();
        var there = phone();
        logIn(here, "acc.device", PASSWORD);
        logIn(there, "acc.device", PASSWORD);
        here.navigate("/account");
        assertThat(here.locator("section[aria-labelledby=sessions] li")).hasCount(2);

        here.click("button:has-text('让它退出')");

        assertThat(here.locator(".toast-note")).containsText("已让那台设备退出");
        assertThat(here.locator("section[aria-labelledby=sessions] li")).hasCount(1);
        there.navigate("/tasks");
        assertThat(there).hasURL(Pattern.compile(".*/login"));
    }

    @Test
    void a_given_password_is_replaced_by_an_own_one_and_what_is_wrong_is_said() {
        var user = hire("acc.given", "赵经纪", Role.AGENT);
        var page = desk();
        logIn(page, "acc.given", passwords.giveTemporary(user));
        page.fill("#new-password", "password2024!");
        page.fill("#repeated", "password2024");
        page.click("button[type=submit]:has-text('保存并进入')");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("太多人在用");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("两遍输的不一样");
        look(page, "login-new-password");
        page.fill("#new-password", "山高水长茶香客来");
        page.fill("#repeated", "山高水长茶香客来");
        page.click("button[type=submit]:has-text('保存并进入')");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("至少 10 个字");
        page.fill("#new-password", "山高水长茶香客来坐坐");
        page.fill("#repeated", "山高水长茶香客来坐坐");
        page.click("button[type=submit]:has-text('保存并进入')");
        assertThat(page.locator(".frame-nav")).isVisible();

        page.navigate("/account");
        page.fill("#current", "wrong");
        page.fill("#new-password", "another sentence of mine");
        page.fill("#repeated", "another sentence of mine");
        page.click("button:has-text('修改密码')");

        assertThat(page.locator("#current-error")).containsText("密码不对");
        picture(page, "account-refused");
    }

    @Test
    void a_deputy_takes_the_place_of_the_absent_manager_and_goes_back() {
        hire("acc.manager", "陈店长", Role.STORE_MANAGER);
        hire("acc.deputy", "周副店", Role.CLERK);
        var today = BusinessTime.today(clock);
        var manager = desk();
        logIn(manager, "acc.manager", PASSWORD);
        manager.navigate("/account");
        manager.click("button:has-text('登记请假')");
        manager.fill("#leave-deputy", "acc.nobody");
        manager.fill("#leave-from", today.toString());
        manager.fill("#leave-to", today.plusDays(2).toString());
        manager.locator("#leave-dialog button[type=submit]").click();
        assertThat(manager.locator("#leave-deputy-error")).containsText("没有这个用户名");
        look(manager, "account-leave");
        manager.fill("#leave-deputy", "acc.deputy");
        manager.locator("#leave-dialog button[type=submit]").click();
        assertThat(manager.locator("#account")).containsText("由 周副店 代理");

        var page = phone();
        logIn(page, "acc.deputy", PASSWORD);
        page.locator(".user-menu summary").click();
        assertTargets(page.locator(".user-menu-list a, .user-menu-list button"));
        page.click("button:has-text('代 陈店长 办理')");

        assertThat(page.locator(".acting-bar")).containsText("正在代 陈店长 办理");
        look(page, "acting-phone");
        page.click("button:has-text('回到自己')");
        assertThat(page.locator(".acting-bar")).hasCount(0);
    }

    @Test
    void in_english_and_by_night() {
        hire("acc.night", "孙英文", Role.CLERK);
        var page = desk();
        logIn(page, "acc.night", PASSWORD);
        page.navigate("/account?lang=en");
        assertThat(page.locator("h1")).hasText("My account");
        switchTheme(page);
        look(page, "account-en-dark");
    }

    /** @return the recovery codes */
    private List<String> enrol(Page page, UUID user, String button) {
        page.click("button:has-text('" + button + "')");
        page.fill("#enrol-dialog-current", PASSWORD);
        page.locator("#enrol-dialog button[type=submit]").click();
        assertThat(page.locator("svg.factor-qr")).isVisible();
        look(page, "factor-" + page.viewportSize().width);
        page.fill("#code", OneTimeCodes.at(factor.waiting(user).orElseThrow(), clock.instant()));
        page.click("button:has-text('完成绑定')");
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        look(page, "recovery-" + page.viewportSize().width);
        var codes = page.locator(".recovery-codes code").allTextContents();
        page.click("a:has-text('我已经收好')");
        assertThat(page.locator("#account h1")).hasText("我的账号");
        return codes;
    }

    private void look(Page page, String name) {
        assertAccessible(page);
        assertFits(page);
        picture(page, name);
    }

    private static void assertTargets(Locator targets) {
        Assertions.assertThat(targets.all())
                .isNotEmpty()
                .allSatisfy(target ->
                        Assertions.assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(44));
    }

    private UUID hire(String username, String name, Role... roles) {
        return organisation.user(COMPANY, STORE, username, name, PASSWORD, Set.of(roles));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
