package io.shouqi.invoice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.shouqi.BrowserTest;
import io.shouqi.Shop;
import io.shouqi.audit.Sealer;
import io.shouqi.payment.Cashier;
import io.shouqi.shared.IdempotentCalls.Call;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReceiptCheckPageTest extends BrowserTest {

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @Autowired
    private Sealer sealer;

    @Autowired
    private ReceiptProofs proofs;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void who_scans_the_paper_sees_on_the_phone_that_it_is_real() {
        var receiptNo = pay();
        var page = phone();

        page.navigate("/c/receipts/" + proofs.of(receiptNo).token());

        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("真实有效");
        assertThat(page.locator("dl")).containsText(receiptNo);
        assertThat(page.locator("dl")).containsText("¥50,000.00");
        assertFits(page);
        assertAccessible(page);
        assertThat(page.locator("#seal")).containsText("正在入链");

        sealer.seal();
        assertThat(page.locator("#seal")).containsText("刚刚核验无误");
        assertAccessible(page);
        picture(page, "receipt-check-phone");
    }

    @Test
    void who_scans_a_forged_paper_is_warned() {
        var page = phone();

        page.navigate("/c/receipts/00000000000000000000000000000000");

        assertThat(page.locator("[data-problem]")).containsText("可能是伪造的");
        assertFits(page);
        assertAccessible(page);
        picture(page, "receipt-check-forged-phone");
    }

    private String pay() {
        var contract = shop.confirmed(Shop.resale());
        var owed = List.of(shop.receivables(contract).get(0).number());
        var taken = cashier.take(
                owed,
                new Cashier.Asked("CASH", "50000.00", Map.of()),
                shop.clerk(),
                new Call("t-clerk", "POST payment", null, contract));
        return Objects.requireNonNull(taken.receipt()).receiptNo();
    }
}
