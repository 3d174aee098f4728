package io.shouqi;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person at a real browser. A test fails when a page complains in the console (the content policy speaks there too)
 * or asks another host for anything.
 */
@ShouqiTest
@ExtendWith(Chromium.class)
public abstract class BrowserTest {

    /** Refusals; and a request that ends with its page, of which htmx makes two messages. */
    private static final Pattern EXPECTED = Pattern.compile("Failed to load resource.* status of (403|404|409|422) .*"
            + "|htmx:(afterRequest|sendAbort), \\[object HTML\\w+]");

    @LocalServerPort
    private int port;

    @Autowired
    @EveryRow
    private JdbcClient people;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> otherNodes = new ArrayList<>();

    protected Page desk() {
        return window(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    protected Page phone() {
        return window(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** A window of one's own making: size, language, colours, an earlier sign-in. */
    protected Page window(Browser.NewContextOptions options) {
        var window = open(options);
        windows.add(window);
        return pageIn(window);
    }

    /** A window that whoever opened it closes. */
    protected BrowserContext open(Browser.NewContextOptions options) {
        var window = Chromium.browser()
                .newContext(options.setBaseURL(address())
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE));
        window.setDefaultTimeout(15_000);
        return window;
    }

    protected Page pageIn(BrowserContext window) {
        var page = window.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            var url = request.url();
            if (!url.startsWith(address())
                    && otherNodes.stream().noneMatch(url::startsWith)
                    && !url.startsWith("data:") && !url.startsWith("blob:")) {
                complaints.add("asked another host: " + url);
            }
        });
        return page;
    }

    /** Pages of that node are the product's too. */
    protected void knowNode(String address) {
        otherNodes.add(address);
    }

    private void listen(ConsoleMessage message) {
        var isProblem = message.type().equals("error") || message.text().contains("Content Security Policy");
        var isExpected = EXPECTED.matcher(message.text()).matches()
                && (message.text().startsWith("htmx:") || !message.location().contains("/assets/"));
        if (isProblem && !isExpected) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody who works here for long: the tour does not come by itself. */
    protected void logIn(Page page, String username, String password) {
        people.sql("""
                        insert into tour_seen(person, role, seen_at)
                        select u.id, r.role, now() from app_user u join user_role r on r.user_id = u.id
                         where u.username = ? on conflict do nothing
                        """).param(username).update();
        logInAsNew(page, username, password);
    }

    protected void logInAsNew(Page page, String username, String password) {
        page.navigate("/login");
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("button[type=submit]");
        // keys are heard once the scripts are there
        page.waitForLoadState();
    }

    /** Between light and dark, in the menu of the person. */
    protected void switchTheme(Page page) {
        page.locator(".user-menu > summary").click();
        page.locator("[data-theme-switch]").click();
        page.keyboard().press("Escape");
    }

    /**
     * Keeps a picture for people to look at, in target/screenshots. The caret stays: hiding it would leave style
     * attributes behind, which the content policy refuses as soon as htmx copies them.
     */
    protected void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    protected void assertAccessible(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(found)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    /** A page never scrolls sideways; wide tables scroll in their own box. */
    protected void assertFits(Page page) {
        // a phone widens innerWidth to what a page takes, so the window is asked for its own width
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of the page")
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }
}
