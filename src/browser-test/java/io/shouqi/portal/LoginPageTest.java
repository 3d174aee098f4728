package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.shouqi.BrowserTest;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LoginPageTest extends BrowserTest {

    @Autowired
    private Organisation organisation;

    @BeforeEach
    void someone_works_here() {
        organisation.company("LOGIN", "登录测试公司", "GENERAL");
        organisation.user("LOGIN", "LOGIN", "login.clerk", "王小店", "right horse", Set.of(Role.CLERK));
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        var page = desk();

        logIn(page, "login.clerk", "wrong horse");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).hasText("用户名或密码不对；多次输错会暂时锁定，请稍后再试。");
        assertAccessible(page);
        picture(page, "login-refused");
    }

    @Test
    void the_page_speaks_chinese_until_english_is_asked_for() {
        var page = phone();
        page.navigate("/login");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("button[type=submit]")).hasText("登录");
        assertFits(page);
        picture(page, "login-phone");

        page.getByText("English").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("button[type=submit]")).hasText("Log in");
        page.navigate("/login?out");
        assertThat(page.locator("button[type=submit]")).hasText("Log in");
    }

    @Test
    void a_page_that_is_not_there_says_so_and_shows_nothing_of_the_inside() {
        var page = desk();
        logIn(page, "login.clerk", "right horse");

        var answer = notThere(page);

        Assertions.assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("没有找到");
        assertThat(page.locator("body")).not().containsText("Exception");
        picture(page, "not-found");
    }

    @Test
    void dark_is_remembered() {
        var page = desk();
        page.navigate("/login");
        page.click("[data-theme-switch]");

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertAccessible(page);
        picture(page, "login-dark");
    }

    private static Response notThere(Page page) {
        return page.navigate("/tasks-of-another-world");
    }
}
