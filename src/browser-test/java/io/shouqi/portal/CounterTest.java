package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A cashier with a queue: few presses, nothing lost, mistakes taken back. */
class CounterTest extends StoreAtWork {

    private static final String COUNT_PRESSES = """
            addEventListener('pointerdown', () => sessionStorage.setItem('presses', 1 + presses()), true);
            const presses = () => Number(sessionStorage.getItem('presses') ?? 0);
            """;

    @Test
    void thirty_thousand_in_cash_and_twenty_thousand_by_wechat_take_under_twelve_clicks() throws Exception {
        var contract =
                sign("YW-2001", "朝阳区望京东园 2 号楼 8-801", "周敏", "13800138021", "吴刚", "13900139021", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.addInitScript(COUNT_PRESSES);
        cashier.navigate("/contracts/" + contract);

        cashier.click("text=去收款");
        assertThat(cashier.locator("#amount")).isFocused();
        cashier.keyboard().type("30000");
        look(cashier, "till-counter");
        cashier.click("text=收款并开收据");
        assertThat(cashier.locator(".receipt-amount")).hasText("¥30,000.00");
        look(cashier, "till-handover");
        cashier.click("text=继续收这份合同");
        assertThat(cashier.locator("#amount")).hasValue("20000.00");
        cashier.click("form.counter >> text=微信支付");
        cashier.click("text=出示收款码");
        assertThat(cashier.locator(".qr")).isVisible(SOON);
        payOnThePhone(cashier);
        assertThat(cashier.locator(".receipt-amount")).hasText("¥20,000.00", new LocatorAssertions.HasTextOptions().setTimeout(30_000));

        var presses = (Number) cashier.evaluate("Number(sessionStorage.getItem('presses'))");
        Assertions.assertThat(presses.intValue()).isBetween(5, 11);
    }

    @Test
    void a_code_is_found_again_after_the_page_was_left_and_turns_green_by_itself() throws Exception {
        var contract =
                sign("YW-2002", "朝阳区望京东园 2 号楼 8-802", "郑洁", "13800138022", "孙浩", "13900139022", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier");
        find(cashier, "郑洁");
        cashier.click("form.counter >> text=支付宝");
        cashier.click("text=出示收款码");
        assertThat(cashier.locator(".qr")).isVisible(SOON);
        var code = cashier.locator(".qr-ink").getAttribute("d");
        var phone = cashier.locator("a:has-text('打开付款手机')").getAttribute("href");

        cashier.click("nav >> text=合同");
        cashier.click("nav >> text=收银");
        var waiting = cashier.locator(".waiting-list li", new Page.LocatorOptions().setHasText("郑洁"));
        assertThat(waiting).containsText("等待付款");
        look(cashier, "till-waiting");
        waiting.locator("a").click();
        assertThat(cashier.locator(".qr-ink")).hasAttribute("d", code);

        cashier.click("nav >> text=收银");
        var payer = phone();
        payer.navigate(phone);
        payer.click("text=确认支付");
        assertThat(cashier.locator(".waiting-list li.is-good", new Page.LocatorOptions().setHasText("郑洁")))
                .isVisible(SOON);
        assertThat(waiting).containsText("已收到");
    }

    @Test
    void a_wrong_amount_is_taken_back_and_entered_anew() throws Exception {
        var contract =
                sign("YW-2003", "朝阳区望京东园 2 号楼 8-803", "冯丽", "13800138023", "蒋平", "13900139023", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier");
        find(cashier, "冯丽");
        cashier.fill("#amount", "5000");
        cashier.click("[data-notes] >> text=正好");
        assertThat(cashier.locator("[data-change]")).hasText("¥0.00");
        cashier.click("text=收款并开收据");

        cashier.click(".toast-note >> text=撤销");
        cashier.click("#reverse-dialog >> text=确定冲销");
        assertThat(cashier.locator("#reason-error")).hasText("请填写");
        cashier.click("#reverse-dialog >> text=金额输错");
        look(cashier, "till-undo");
        cashier.click("#reverse-dialog >> text=确定冲销");
        assertThat(cashier.locator(".toast-note")).containsText("已冲销");
        assertThat(cashier.locator("#amount")).hasValue("50000.00");
        cashier.click("text=收款并开收据");
        assertThat(cashier.locator(".receipt-amount")).hasText("¥50,000.00");

        cashier.click("nav >> text=收款记录");
        cashier.fill("#q", "冯丽");
        cashier.keyboard().press("Enter");
        assertThat(cashier.locator("#list-rows tr")).hasCount(2);
        assertThat(cashier.locator("#list-sums")).containsText("¥50,000.00");
        assertThat(cashier.locator("#list-sums")).containsText("1 笔已冲销");
        look(cashier, "till-receipts");
        cashier.click("tr.is-reversed .row-link");
        assertThat(cashier.locator(".receipt")).containsText("已冲销");
        assertThat(cashier.locator("#receipt")).containsText("金额输错");
        look(cashier, "till-reversed");
    }

    @Test
    void a_cash_receipt_needs_no_mouse() throws Exception {
        var contract =
                sign("YW-2004", "朝阳区望京东园 2 号楼 8-804", "韩冰", "13800138024", "杨柳", "13900139024", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.addInitScript(COUNT_PRESSES);
        cashier.navigate("/cashier");
        var keys = cashier.keyboard();

        assertThat(cashier.locator("#q")).isFocused();
        keys.type(contract);
        keys.press("Enter");
        assertThat(cashier.locator("#amount")).isFocused();
        keys.type("1000");
        keys.press("Enter");
        assertThat(cashier.locator(".receipt-amount")).hasText("¥1,000.00");
        keys.press("n");
        assertThat(cashier.locator(".receipt")).hasCount(0);
        assertThat(cashier.locator("#q")).isFocused();
        assertThat(cashier.locator("#q")).hasValue("");

        Assertions.assertThat(cashier.evaluate("sessionStorage.getItem('presses')")).isNull();
    }

    @Test
    void the_terminal_and_its_batch_are_typed_once() throws Exception {
        var contract =
                sign("YW-2005", "朝阳区望京东园 2 号楼 8-805", "邓辉", "13800138025", "彭静", "13900139025", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier");
        find(cashier, "邓辉");
        cashier.click(".method >> text=刷卡");
        assertThat(cashier.locator("#voucher")).isFocused();
        cashier.fill("#voucher", "000501");
        cashier.fill("#terminal", "T-88");
        cashier.fill("#batch", "000021");
        cashier.fill("#amount", "20000");
        cashier.click("text=收款并开收据");
        cashier.click("text=继续收这份合同");

        cashier.click(".method >> text=刷卡");
        assertThat(cashier.locator("#terminal")).hasValue("T-88");
        assertThat(cashier.locator("#batch")).hasValue("000021");
        assertThat(cashier.locator("#voucher")).isFocused();
        cashier.keyboard().type("000502");
        cashier.keyboard().press("Enter");
        assertThat(cashier.locator(".receipt")).containsText("刷卡");
        assertThat(cashier.locator(".receipt-amount")).hasText("¥30,000.00");
    }
}
