package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouqi.identity.Role;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The whole way as people walk it, with the engine, the outbox and the simulated channels at work. */
class FromContractToReceiptTest extends StoreAtWork {

    @Test
    void a_discounted_resale_goes_from_signing_to_the_receipts() throws Exception {
        var contract = sign("YW-1001", "朝阳区望京西园三区 301 号楼 5-1203", "王小明", "13800138001", "李秀芝", "13900139001", """
                , "discount": {"percent": "5", "reason": "老客户介绍"}""");
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.click("nav >> text=合同");
        assertThat(row(clerk, contract)).containsText("待审批");
        look(clerk, "contracts");

        theManagerApproves(contract);

        clerk.navigate("/contracts/" + contract);
        assertThat(clerk.locator(".now-at")).containsText("等客户答复");
        assertThat(clerk.locator(".sheet-title")).containsText("待客户确认");
        var buyersLink = clerk.inputValue("#link-BUYER");
        var sellersLink = clerk.inputValue("#link-SELLER");
        clerk.locator(".why summary").first().click();
        assertThat(clerk.locator(".why").first()).containsText("《收费标准》第 2 版");
        look(clerk, "contract-asked");

        var buyer = phone();
        buyer.navigate(buyersLink);
        assertThat(buyer.locator("#customer")).containsText("请您确认收费清单");
        assertThat(buyer.locator(".customer-total").first()).containsText("¥47,500.00");
        assertThat(buyer.locator("#customer")).not().containsText("李秀芝");
        look(buyer, "customer-asked");
        buyer.click("text=我同意");
        assertThat(buyer.locator(".status-line.is-good")).containsText("您已确认");

        var seller = phone();
        seller.navigate(sellersLink);
        seller.click("text=我同意");
        assertThat(seller.locator(".pay-buttons")).isVisible(SOON);
        look(seller, "customer-pay");

        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.click("nav >> text=收银");
        look(cashier, "cashier-find");
        find(cashier, "13800138001");
        assertThat(cashier.locator("#amount")).hasValue("47500.00");
        look(cashier, "cashier-counter");
        cashier.click("form.counter >> text=微信支付");
        cashier.click("text=出示收款码");
        assertThat(cashier.locator(".qr")).isVisible(SOON);
        look(cashier, "cashier-code");

        payOnThePhone(cashier);

        assertThat(cashier.locator(".receipt")).isVisible(SOON);
        assertThat(cashier.locator(".receipt")).containsText("¥47,500.00");
        assertThat(cashier.locator(".receipt")).containsText("微信支付");
        look(cashier, "cashier-paid");

        cashier.click("text=收下一笔");
        assertThat(cashier.locator(".receipt")).hasCount(0);
        find(cashier, "李秀芝");
        assertThat(cashier.locator("#amount")).hasValue("47500.00");
        // the arithmetic is there once it has said what it offers
        assertThat(cashier.locator("[data-notes]")).isVisible();
        cashier.fill("#given", "50000");
        assertThat(cashier.locator("[data-change]")).hasText("¥2,500.00");
        cashier.click("text=收款并开收据");
        assertThat(cashier.locator(".receipt")).containsText("现金");

        // the process closes the contract in its own time, and the page shows the moment it was opened
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            clerk.navigate("/contracts/" + contract);
            assertThat(clerk.locator(".sheet-title >> text=已结清"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(500));
        });
        look(clerk, "contract-closed");
        clerk.click("#tab-process");
        assertThat(clerk.locator(".step-passed[data-element-id=endEvent_settled]"))
                .isVisible(SOON);
        look(clerk, "contract-process");

        buyer.navigate(buyersLink);
        assertThat(buyer.locator(".status-line.is-good")).containsText("已付清");
        assertThat(buyer.locator("#customer")).containsText("微信支付");
        assertThat(buyer.locator("#customer")).not().containsText("现金");
        look(buyer, "customer-paid");
    }

    @Test
    void a_customer_pays_on_the_own_link_and_the_page_turns_green_by_itself() throws Exception {
        var contract = sign("YW-1002", "朝阳区花家地北里 9 号楼 2-204", "张伟", "13800138002", "马丽", "13900139002", "");
        confirmAll(contract);
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.navigate("/contracts/" + contract);
        var link = clerk.inputValue("#link-BUYER");

        var buyer = phone();
        buyer.navigate(link);
        assertThat(buyer.locator(".pay-buttons")).isVisible(SOON);
        buyer.click("text=支付宝");
        assertThat(buyer.locator(".qr")).isVisible(SOON);
        look(buyer, "customer-code");
        payOnThePhone(buyer);

        assertThat(buyer.locator(".payment-done")).isVisible(SOON);
        assertThat(buyer.locator(".payment-done")).containsText("付款成功");
        look(buyer, "customer-done");
        buyer.click("text=返回");
        assertThat(buyer.locator("#customer")).containsText("支付宝");
    }

    @Test
    void a_card_slip_with_gaps_is_refused_beside_the_fields_and_keeps_what_was_typed() throws Exception {
        var contract = sign("YW-1003", "海淀区知春路 88 号 6-401", "陈静", "13800138003", "郭强", "13900139003", "");
        confirmAll(contract);
        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier");
        find(cashier, contract);

        cashier.click("text=刷卡");
        cashier.fill("#terminal", "T-77");
        cashier.click("text=收款并开收据");

        assertThat(cashier.locator("#batch-error")).hasText("请填写");
        assertThat(cashier.locator("#voucher-error")).hasText("请填写");
        assertThat(cashier.locator("#terminal")).hasValue("T-77");
        look(cashier, "cashier-refused");

        cashier.fill("#batch", "000012");
        cashier.fill("#voucher", "000345");
        cashier.dblclick("text=收款并开收据");
        assertThat(cashier.locator(".receipt")).containsText("刷卡");

        cashier.navigate("/contracts/" + contract);
        assertThat(cashier.locator("a[href^='/receipts/'][href$='.pdf']")).hasCount(1);
    }

    @Test
    void staff_record_a_confirmation_report_a_milestone_and_cancel_with_a_reason() throws Exception {
        var contract = sign("YW-1004", "东城区东直门外大街 48 号 12-703", "杨帆", "13800138004", "林芳", "13900139004", "");
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.navigate("/contracts/" + contract);

        clerk.click("text=代客户确认");
        clerk.click("text=记录确认");
        assertThat(clerk.locator("#evidence-error")).hasText("请填写");
        look(clerk, "contract-confirm");
        clerk.fill("#evidence", "纸质清单已签字");
        clerk.click("text=记录确认");
        assertThat(clerk.locator(".toast-note")).containsText("已记录");
        assertThat(clerk.locator(".confirmation").first()).containsText("由 王小店 代为记录");

        clerk.click("text=登记节点");
        clerk.click("#milestone-dialog [type=submit]");
        assertThat(clerk.locator(".sheet-side")).containsText("网签");

        clerk.click("text=撤销合同");
        clerk.fill("#reason", "买方贷款未批");
        clerk.click("text=确定撤销");
        assertThat(clerk.locator(".sheet-title")).containsText("已撤销");
        assertThat(clerk.locator("#content [data-opens]")).hasCount(0);
    }

    @Test
    void the_pages_are_complete_in_english_and_in_the_dark() throws Exception {
        var contract = sign("YW-1005", "朝阳区阜通东大街 6 号院 2-1801", "黄磊", "13800138005", "何建国", "13900139005", "");
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        switchTheme(clerk);
        for (var path : new String[] {"/contracts", "/contracts/" + contract, "/cashier"}) {
            clerk.navigate(path + "?lang=en");
            assertThat(clerk.locator("html")).hasAttribute("lang", "en");
            assertThat(clerk.locator("body")).not().containsText("??");
            look(clerk, "english-dark" + path.replace(contract, "one").replace('/', '-'));
        }
        Assertions.assertThat(clerk.locator(".frame-nav").innerText()).isEqualToIgnoringWhitespace("Home Tasks Contracts Cashier Receivables Receipts");
    }

    private void theManagerApproves(String contract) {
        var manager = desk();
        logIn(manager, "way.manager", PASSWORD);
        manager.navigate("/tasks");
        manager.locator(".task-list a", new Page.LocatorOptions().setHasText(contract))
                .click();
        manager.getByLabel("批准").check();
        manager.click("button:has-text('提交')");
        assertThat(manager.locator(".toast-note")).containsText("已完成");
    }

    @Test
    void an_administrator_asks_the_channels_whether_merchant_accounts_work() {
        organisation.company("ASK", "问一问房产", "GENERAL");
        organisation.user("ASK", "ASK", "ask.admin", "卫管理", PASSWORD, Set.of(Role.ADMINISTRATOR));
        merchants.openFor("ASK", "问一问房产");
        var page = desk();
        logIn(page, "ask.admin", PASSWORD);
        for (var channel : Set.of("微信支付", "支付宝")) {
            page.navigate("/admin/merchants");
            page.click("td >> text=" + channel);
            page.click("text=检查");
            assertThat(page.locator("#admin p[role=status]")).containsText("密钥能用");
            look(page, "merchant");
            assertThat(page.locator("#privateKey")).hasValue("");

            page.fill("#privateKey", strangersKey());
            page.click("button >> text=保存");
            assertThat(page.locator(".key-facts").first()).containsText(Pattern.compile("\\d{4}-\\d\\d-\\d\\d 设置"));
            page.click("text=检查");
            assertThat(page.locator("#admin p[role=status]")).containsText("渠道拒绝了");
        }
        page.navigate("/admin/merchants");
        look(page, "merchants");
    }

    private static String strangersKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Locator row(Page page, String contract) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(contract));
    }
}
