package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A contract is typed in, the customer signs on the spot and pays on the own phone. */
class EnteringAndSigningTest extends StoreAtWork {

    private int steps;

    @Test
    void a_clerk_enters_a_resale_in_a_few_steps_and_the_customer_signs_on_the_spot() {
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.click("nav >> text=合同");
        click(clerk, "text=录合同");
        type(clerk, "#externalNo", "ZZ-2001");
        type(clerk, "#address", "朝阳区望京西园三区 301 号楼 5-1203");
        type(clerk, "#price", "500万");
        type(clerk, "#party0-name", "王小明");
        type(clerk, "#party0-phone", "13800138201");
        type(clerk, "#party1-name", "李秀英");
        type(clerk, "#party1-phone", "13900139201");
        assertThat(clerk.locator("#quote")).containsText("¥100,000.00");
        assertThat(clerk.locator("#quote")).containsText("成交价 ¥5,000,000.00 × 1%");
        assertThat(clerk.locator("#quote")).containsText("不用审批");
        look(clerk, "entry");
        click(clerk, ".entry-submit");
        assertThat(clerk).hasURL(Pattern.compile("/contracts/HT-"));
        Assertions.assertThat(steps).isLessThan(25);

        await(clerk, "text=在本机签字");
        clerk.locator("text=请客户扫码").first().click();
        assertThat(clerk.locator("#code-dialog .qr")).isVisible();
        look(clerk, "contract-code");
        clerk.click("#code-dialog >> text=关闭");

        clerk.locator("text=在本机签字").first().click();
        assertThat(clerk.locator("h1")).containsText("请您核对收费清单");
        assertThat(clerk.locator("main")).not().containsText("李秀英");
        clerk.click("text=同意并签字");
        assertThat(clerk.locator("[data-error-of=signature]")).hasText("请先签名");
        draw(clerk);
        look(clerk, "sign");
        clerk.navigate("/tasks");
        assertThat(clerk.locator("h1")).containsText("请您核对收费清单");
        draw(clerk);
        clerk.click("text=同意并签字");
        assertThat(clerk.locator("h1")).containsText("已签好");
        clerk.click(".sign-end button");

        assertThat(clerk.locator(".confirmation").first()).containsText("本人在门店设备上签字，经手人 王小店");
        clerk.click("text=查看签名");
        assertThat(clerk.locator(".signature-shown img")).isVisible();
        look(clerk, "contract-signed");
    }

    @Test
    void a_discount_says_who_must_approve_before_it_is_sent() {
        var clerk = desk();
        open(clerk, "ZZ-2002", "朝阳区花家地北里 9 号楼 2-204");
        clerk.fill("#discount-percent", "8");
        clerk.fill("#discount-reason", "老客户第二次成交");

        assertThat(clerk.locator("[data-approval]")).containsText("批准后才会发给客户");
        assertThat(clerk.locator("[data-approval]")).containsText("区域经理");
        assertThat(clerk.locator("#quote")).containsText("¥92,000.00");
        look(clerk, "entry-discount");

        clerk.keyboard().press("Control+Enter");
        await(clerk, ".sheet-title >> text=待审批");
    }

    @Test
    void errors_stand_beside_their_fields_and_nothing_typed_is_lost() {
        var clerk = desk();
        open(clerk, "ZZ-2003", "海淀区知春路 88 号 6-401");
        clerk.fill("#party1-phone", "12");
        clerk.fill("#party0-name", "");
        clerk.selectOption("#plan", "OWN");
        clerk.click("text=再加一期");
        assertThat(clerk.locator("[data-entry-part]")).hasCount(3);
        clerk.locator("[data-entry-part]").last().fill("10");
        assertThat(clerk.locator("[data-entry-sum]")).containsText("超出 10%");
        clerk.click(".entry-submit");

        assertThat(clerk.locator("#party1-phone-error")).containsText("电话号码不正确");
        assertThat(clerk.locator("#party0-name-error")).hasText("请填写");
        assertThat(clerk.locator("[data-error-of=instalments]")).containsText("110%");
        assertThat(clerk.locator("#party0-name")).isFocused();
        assertThat(clerk.locator("#address")).hasValue("海淀区知春路 88 号 6-401");
        look(clerk, "entry-refused");

        clerk.click("text=租赁");
        assertThat(clerk.locator("#monthlyRent")).isVisible();
        assertThat(clerk.locator("#party1-name")).hasValue("李秀英");
        assertThat(clerk.locator("[data-entry-part]").last()).hasValue("10");

        clerk.navigate("/contracts/new");
        clerk.click("text=海淀区知春路 88 号 6-401");
        assertThat(clerk.locator("#party1-name")).hasValue("李秀英");
        look(clerk, "entry-draft");
    }

    @Test
    void enter_goes_to_the_next_field_and_never_sends_the_form() {
        var clerk = desk();
        open(clerk, "ZZ-2004", "东城区东直门外大街 48 号 12-703");
        clerk.focus("#party0-name");
        clerk.keyboard().press("Enter");

        assertThat(clerk.locator("#party0-phone")).isFocused();
        assertThat(clerk).hasURL(Pattern.compile("/contracts/new$"));
    }

    @Test
    void a_customer_pays_half_by_wechat_on_the_phone_and_sees_the_receipt() {
        var clerk = desk();
        open(clerk, "ZZ-2005", "朝阳区阜通东大街 6 号院 2-1801");
        clerk.selectOption("#plan", "HALF_SIGNING_HALF_TRANSFER");
        assertThat(clerk.locator("#quote")).containsText("过户后");
        clerk.click(".entry-submit");
        await(clerk, "text=在本机签字");

        var seller = phone();
        seller.navigate(clerk.inputValue("#link-SELLER"));
        seller.click("text=我同意");
        var buyer = phone();
        buyer.navigate(clerk.inputValue("#link-BUYER"));
        look(buyer, "customer-asked");
        buyer.click("text=我同意");
        assertThat(buyer.locator(".pay-buttons")).isVisible(SOON);
        assertThat(buyer.locator("[data-sum]")).hasText("¥25,000.00");
        look(buyer, "customer-pay");

        buyer.click("text=微信支付");
        assertThat(buyer.locator(".qr")).isVisible(SOON);
        payOnThePhone(buyer);
        assertThat(buyer.locator(".payment-done")).isVisible(SOON);
        look(buyer, "customer-done");
        buyer.click("text=返回");

        assertThat(buyer.locator(".hero-amount")).hasText("¥25,000.00");
        assertThat(buyer.locator(".customer-receipt")).containsText("微信支付");
        assertThat(buyer.locator(".customer-timeline")).containsText("收到您的付款 ¥25,000.00");
        look(buyer, "customer-half");

        buyer.click("[data-theme-switch]");
        buyer.navigate(buyer.url() + "?lang=en");
        assertThat(buyer.locator("body")).not().containsText("??");
        look(buyer, "customer-english-dark");
    }

    @Test
    void the_form_and_the_page_to_sign_are_complete_in_english_and_in_the_dark() {
        var clerk = desk();
        open(clerk, "ZZ-2006", "朝阳区利泽西园 1 号楼 3-301");
        switchTheme(clerk);
        clerk.click(".entry-submit");
        await(clerk, "text=在本机签字");
        clerk.locator("text=在本机签字").first().click();
        clerk.navigate(clerk.url() + "?lang=en");
        assertThat(clerk.locator("body")).not().containsText("??");
        look(clerk, "sign-english-dark");
        clerk.click(".sign-end button");
        clerk.navigate("/contracts/new?lang=en");
        assertThat(clerk.locator("body")).not().containsText("??");
        look(clerk, "entry-english-dark");
    }

    /** The form with everything a plain resale needs. */
    private void open(Page clerk, String number, String address) {
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.navigate("/contracts/new");
        clerk.fill("#externalNo", number);
        clerk.fill("#address", address);
        clerk.fill("#price", "5000000");
        clerk.fill("#party0-name", "王小明");
        clerk.fill("#party0-phone", "13800138200");
        clerk.fill("#party1-name", "李秀英");
        clerk.fill("#party1-phone", "13900139200");
        assertThat(clerk.locator("#quote")).containsText("¥100,000.00");
    }

    /** The process moves on in its own time, and the page shows the moment it was opened. */
    private static void await(Page clerk, String what) {
        assertThat(clerk).hasURL(Pattern.compile("/contracts/HT-"));
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    clerk.reload();
                    assertThat(clerk.locator(what).first())
                            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(500));
                });
    }

    private void type(Page page, String field, String text) {
        steps++;
        page.fill(field, text);
    }

    private void click(Page page, String what) {
        steps++;
        page.click(what);
    }

    private static void draw(Page page) {
        var pad = page.locator("[data-sign-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        var mouse = page.mouse();
        for (var stroke = 0; stroke < 3; stroke++) {
            mouse.move(box.x + box.width * (0.2 + stroke * 0.2), box.y + box.height * 0.3);
            mouse.down();
            mouse.move(box.x + box.width * (0.3 + stroke * 0.2), box.y + box.height * 0.7);
            mouse.move(box.x + box.width * (0.35 + stroke * 0.2), box.y + box.height * 0.4);
            mouse.up();
        }
    }
}
