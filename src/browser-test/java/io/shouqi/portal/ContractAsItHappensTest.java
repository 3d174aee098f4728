package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What others do shows on the page of a contract; what customers do wrong is said where they did it. */
class ContractAsItHappensTest extends StoreAtWork {

    @Autowired
    private Contracts contracts;

    @Autowired
    private CustomerLinks links;

    @Test
    void a_receipt_taken_elsewhere_appears_on_the_open_page_and_leaves_the_dialog_alone() throws Exception {
        var contract = sign("YW-4001", "朝阳区望京东园 4 号楼 1-101", "柳青", "13800138041", "韩立", "13900139041", "");
        confirmAll(contract);
        var clerk = desk();
        logIn(clerk, "way.clerk", PASSWORD);
        clerk.navigate("/contracts/" + contract);
        clerk.click("#opens-cancel");
        clerk.fill("#cancel-dialog textarea", "写到一半");

        var cashier = desk();
        logIn(cashier, "way.cashier", PASSWORD);
        cashier.navigate("/cashier?contract=" + contract);
        cashier.click("text=收款并开收据");
        assertThat(cashier.locator(".receipt")).isVisible(SOON);

        assertThat(clerk.locator("#contract-live")).containsText("SK-");
        assertThat(clerk.locator("#cancel-dialog textarea")).hasValue("写到一半");
    }

    @Test
    void a_customer_who_chooses_nothing_to_pay_is_told_so_beside_the_choice() throws Exception {
        var contract = sign("YW-4002", "朝阳区望京东园 4 号楼 1-102", "柳红", "13800138042", "韩风", "13900139042", "");
        confirmAll(contract);
        var customer = phone();
        customer.navigate(link(contract));
        for (var box : customer.locator("input[name=receivables]").all()) {
            box.uncheck();
        }
        customer.click("button:has-text('微信支付')");
        assertThat(customer.locator(".customer-pay [data-error-of=receivables]")).containsText("选");
        assertAccessible(customer);

        customer.locator("input[name=receivables]").first().check();
        customer.click("button:has-text('微信支付')");
        assertThat(customer.locator(".qr")).isVisible(SOON);
        customer.reload();
        assertThat(customer.locator(".qr")).isVisible();
    }

    private String link(String contract) {
        return contracts.feeList(contract).confirmations().stream()
                .map(confirmation -> "/c/" + links.token(confirmation))
                .findFirst()
                .orElseThrow();
    }
}
