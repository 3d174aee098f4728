package io.shouqi.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.shouqi.ShouqiTest;
import io.shouqi.commission.Deals;
import io.shouqi.contract.Confirmation;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.EarnestDesk;
import io.shouqi.payment.ReceiptView;
import io.shouqi.payment.Receipts;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@ShouqiTest
@TestPropertySource(properties = "shouqi.outbox.automatic=false")
class HandingOutReceiptsTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:content|value)=\"([^\"]+)\"");

    @Autowired
    private Cashier cashier;

    @Autowired
    private EarnestDesk earnests;

    @Autowired
    private Receipts receipts;

    @Autowired
    private ReceiptDocuments documents;

    @LocalServerPort
    private int port;

    private Deals deals;

    @BeforeEach
    void aBrokerage(@Autowired ApplicationContext product) {
        deals = new Deals(product);
    }

    @Test
    void a_system_of_the_store_gets_the_receipt_as_a_document() throws Exception {
        var contract = deals.signed(null);
        var receipt = deals.pay(contract, PartyRole.BUYER, "50000.00");

        var answer = api("/api/v1/receipts/" + receipt.receiptNo() + ".pdf", "clerk-key");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"" + receipt.receiptNo() + ".pdf\"");
        assertThat(text(answer.body()))
                .contains(receipt.receiptNo(), contract, "刘洋", "居间佣金", "¥50,000.00", "人民币伍万元整", "现金")
                .contains("宜居房地产经纪有限公司", "朝阳门店 010-65001234", "陈店员");
    }

    @Test
    void the_receipt_itself_is_still_there_as_data() throws Exception {
        var receipt = deals.pay(deals.signed(null), PartyRole.BUYER, "50000.00");

        var answer = api("/api/v1/receipts/" + receipt.receiptNo(), "clerk-key");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void another_store_an_unknown_number_and_a_stranger_get_nothing() throws Exception {
        var receipt = deals.pay(deals.signed(null), PartyRole.BUYER, "50000.00");
        var path = "/api/v1/receipts/" + receipt.receiptNo() + ".pdf";

        assertThat(api(path, "stranger-key").statusCode()).isEqualTo(404);
        assertThat(api("/api/v1/receipts/SK-20240301-999999.pdf", "clerk-key").statusCode())
                .isEqualTo(404);
        assertThat(api(path, "no-such-key").statusCode()).isEqualTo(401);
        assertThat(api(path, "stranger-key").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void the_code_on_the_paper_leads_to_a_page_that_says_it_is_real_and_names_nobody() throws Exception {
        var receipt = deals.pay(deals.signed(null), PartyRole.BUYER, "50000.00");
        var scanned = scan(documents.pdf(receipts.find(receipt.receiptNo()).orElseThrow()));

        var page = anybody(scanned.getPath());

        assertThat(scanned.toString()).startsWith("http://127.0.0.1:8080/c/receipts/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(html(page))
                .contains("真实有效", receipt.receiptNo(), "¥50,000.00", "刘**", "朝阳门店", "宜居房地产经纪有限公司")
                .doesNotContain("刘洋");
    }

    @Test
    void a_forged_code_leads_nowhere() throws Exception {
        var page = anybody("/c/receipts/0f8fad5bd9cb469fa16570867728950e");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(html(page)).contains("可能是伪造的").doesNotContain("真实有效");
    }

    @Test
    void a_customer_prints_own_receipts_on_the_own_link_and_nobody_elses() throws Exception {
        var contract = deals.signed(null);
        var buyers = deals.pay(contract, PartyRole.BUYER, "50000.00");
        var sellers = deals.pay(contract, PartyRole.SELLER, "50000.00");
        var elsewhere = deals.pay(deals.signed(null), PartyRole.BUYER, "50000.00");
        var link = "/c/" + token(contract, PartyRole.BUYER) + "/receipts/";

        assertThat(text(anybody(link + buyers.receiptNo() + ".pdf").body())).contains(buyers.receiptNo());
        assertThat(anybody(link + sellers.receiptNo() + ".pdf").statusCode()).isEqualTo(404);
        assertThat(anybody(link + elsewhere.receiptNo() + ".pdf").statusCode()).isEqualTo(404);
        assertThat(anybody("/c/no-such-link/receipts/" + buyers.receiptNo() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void staff_print_receipts_of_their_stores_after_logging_in() throws Exception {
        var receipt = deals.pay(deals.signed(null), PartyRole.BUYER, "50000.00");
        var path = "/receipts/" + receipt.receiptNo() + ".pdf";

        assertThat(anybody(path).statusCode()).isEqualTo(302);
        assertThat(text(loggedIn("clerk", path).body())).contains(receipt.receiptNo());
        assertThat(loggedIn("stranger", path).statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_paid_too_much_is_named_as_the_customers() throws Exception {
        var receipt = deals.pay(deals.signed(null), PartyRole.BUYER, "50010.50");

        assertThat(paper(receipt.receiptNo())).contains("居间佣金", "50,000.00", "多收款，记入客户余款", "10.50", "人民币伍万零壹拾元零伍角整");
    }

    @Test
    void unidentified_money_claims_no_contract() throws Exception {
        var contract = deals.signed(null);
        deals.pay(contract, PartyRole.BUYER, "50000.00");
        var again = transfer(contract, "50000.00");

        assertThat(again.kind()).isEqualTo("SUSPENSE");
        assertThat(paper(again.receiptNo()))
                .contains("待查款项", "不作为任何合同的付款", "待 查", "人民币伍万元整")
                .doesNotContain(contract, "居间佣金", "收 讫");
    }

    @Test
    void earnest_money_is_acknowledged_as_held_in_trust() throws Exception {
        var contract = deals.signed(null);
        var taken = cashier.takeEarnest(
                deals.contracts().byNumber(contract),
                PartyRole.BUYER,
                new Cashier.Asked("CASH", "100000.00", Map.of()),
                deals.clerk(),
                new Call("clerk", "POST earnest", null, contract));
        var receiptNo = receipts.ofContract(contract).get(0).number();

        assertThat(earnests.visibleTo(deals.clerk(), taken.earnestNo()).held().yuan())
                .isEqualTo("100000.00");
        assertThat(paper(receiptNo)).contains("代 收 款 收 据", "定金（代收", contract, "人民币壹拾万元整");
    }

    private ReceiptView transfer(String contract, String yuan) {
        var owed = deals.receivables(contract).stream()
                .filter(r -> r.payer() == PartyRole.BUYER)
                .map(Receivable::number)
                .toList();
        var taken = cashier.take(
                owed,
                new Cashier.Asked("TRANSFER", yuan, Map.of("bankReference", "ICBC-" + System.nanoTime())),
                deals.clerk(),
                new Call("clerk", "POST payment", null, yuan));
        return Objects.requireNonNull(taken.receipt());
    }

    private String token(String contract, PartyRole payer) {
        return deals.contracts().feeList(contract).confirmations().stream()
                .filter(c -> c.payer() == payer)
                .map(Confirmation::token)
                .findFirst()
                .orElseThrow();
    }

    private String paper(String receiptNo) throws IOException {
        return text(documents.pdf(receipts.find(receiptNo).orElseThrow()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static URI scan(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.RGB);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return URI.create(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        }
    }

    private HttpResponse<byte[]> api(String path, String key) throws Exception {
        return get(HttpClient.newHttpClient(), path, "Bearer " + key);
    }

    private HttpResponse<byte[]> anybody(String path) throws Exception {
        return get(HttpClient.newHttpClient(), path, null);
    }

    private HttpResponse<byte[]> loggedIn(String username, String path) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var csrf = CSRF.matcher(html(get(browser, "/login", null)));
        assertThat(csrf.find()).isTrue();
        var form = "username=" + username + "&password=demo&_csrf=" + csrf.group(1);
        var login = HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(browser.send(login, BodyHandlers.ofByteArray()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        return get(browser, path, null);
    }

    private HttpResponse<byte[]> get(HttpClient client, String path, @Nullable String authorization) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/html,application/pdf,application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String html(HttpResponse<byte[]> page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
