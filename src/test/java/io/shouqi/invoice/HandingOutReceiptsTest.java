package io.shouqi.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.audit.Sealer;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShouqiTest
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

    @Value("${shouqi.public-url}")
    private String publicUrl;

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private Sealer sealer;

    @Autowired
    private ReceiptProofs proofs;

    @Autowired
    private Contracts contracts;

    @Autowired
    private CustomerLinks links;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_system_of_the_store_gets_the_receipt_as_a_document() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var receipt = pay(contract, PartyRole.BUYER, "50000.00");

        var answer = api("/api/v1/receipts/" + receipt.receiptNo() + ".pdf", "t-key");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"" + receipt.receiptNo() + ".pdf\"");
        assertThat(Paper.text(answer.body()))
                .contains(receipt.receiptNo(), contract, "王小明", "佣金", "¥50,000.00", "人民币伍万元整", "现金")
                .contains("测试房产", "望京店 010-12345678", "收款人：t-clerk");
    }

    @Test
    void the_receipt_itself_is_still_there_as_data() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");

        var answer = api("/api/v1/receipts/" + receipt.receiptNo(), "t-key");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void another_store_an_unknown_number_and_a_stranger_get_nothing() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        var path = "/api/v1/receipts/" + receipt.receiptNo() + ".pdf";

        assertThat(api(path, "t-elsewhere-key").statusCode()).isEqualTo(404);
        assertThat(api("/api/v1/receipts/SK-20240301-999999.pdf", "t-key").statusCode())
                .isEqualTo(404);
        assertThat(api(path, "no-such-key").statusCode()).isEqualTo(401);
        assertThat(api(path, "t-elsewhere-key").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void the_code_on_the_paper_leads_to_a_page_that_says_it_is_real_and_names_nobody() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        var scanned =
                Paper.scan(documents.pdf(receipts.find(receipt.receiptNo()).orElseThrow()));

        var page = anybody(scanned.getPath());

        assertThat(scanned.toString()).startsWith(publicUrl + "/c/receipts/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(html(page))
                .contains("真实有效", receipt.receiptNo(), "¥50,000.00", "王**", "望京店", "测试房产")
                .doesNotContain("王小明");
    }

    @Test
    void the_page_proves_that_the_receipt_is_in_the_chain_as_soon_as_it_is_sealed() throws Exception {
        sealer.seal();
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        var path = "/c/receipts/" + proofs.of(receipt.receiptNo()).token();
        assertThat(html(anybody(path))).contains("真实有效", "正在入链").doesNotContain("已入链");

        sealer.seal();
        assertThat(html(anybody(path))).contains("真实有效", "已入链，第", "刚刚核验无误").doesNotContain("正在入链");
    }

    @Test
    void the_page_warns_of_a_receipt_that_was_changed_after_it_was_sealed() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        sealer.seal();
        var path = "/c/receipts/" + proofs.of(receipt.receiptNo()).token();

        pastEverything("update receipt set amount_fen = 5000 where number = '" + receipt.receiptNo() + "'");
        assertThat(html(anybody(path))).contains("记录被改动过", "核验不符").doesNotContain("真实有效");

        pastEverything("update receipt set amount_fen = 5000000 where number = '" + receipt.receiptNo() + "'");
        assertThat(html(anybody(path))).contains("真实有效", "刚刚核验无误");
    }

    /** As the database administrator, whom neither privileges nor triggers stop. */
    private void pastEverything(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    @Test
    void a_forged_code_leads_nowhere() throws Exception {
        var page = anybody("/c/receipts/0f8fad5bd9cb469fa16570867728950e");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(html(page)).contains("可能是伪造的").doesNotContain("真实有效");
    }

    @Test
    void a_customer_prints_own_receipts_on_the_own_link_and_nobody_elses() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var buyers = pay(contract, PartyRole.BUYER, "50000.00");
        var sellers = pay(contract, PartyRole.SELLER, "50000.00");
        var elsewhere = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        var link = "/c/" + token(contract, PartyRole.BUYER) + "/receipts/";

        assertThat(Paper.text(anybody(link + buyers.receiptNo() + ".pdf").body()))
                .contains(buyers.receiptNo());
        assertThat(anybody(link + sellers.receiptNo() + ".pdf").statusCode()).isEqualTo(404);
        assertThat(anybody(link + elsewhere.receiptNo() + ".pdf").statusCode()).isEqualTo(404);
        assertThat(anybody("/c/no-such-link/receipts/" + buyers.receiptNo() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void staff_print_receipts_of_their_stores_after_logging_in() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50000.00");
        var path = "/receipts/" + receipt.receiptNo() + ".pdf";

        assertThat(anybody(path).statusCode()).isEqualTo(302);
        assertThat(Paper.text(loggedIn("t-clerk", path).body())).contains(receipt.receiptNo());
        assertThat(loggedIn("t-elsewhere", path).statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_paid_too_much_is_named_as_the_customers() throws Exception {
        var receipt = pay(shop.confirmed(Shop.resale()), PartyRole.BUYER, "50010.50");

        assertThat(paper(receipt.receiptNo())).contains("佣金", "50,000.00", "多收款，记入客户余款", "10.50", "人民币伍万零壹拾元零伍角整");
    }

    @Test
    void unidentified_money_claims_no_contract() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        pay(contract, PartyRole.BUYER, "50000.00");
        var again = transfer(contract, "50000.00");

        assertThat(again.kind()).isEqualTo("SUSPENSE");
        assertThat(paper(again.receiptNo()))
                .contains("待查款项", "不作为任何合同的付款", "待 查", "人民币伍万元整")
                .doesNotContain(contract, "佣金", "收 讫");
    }

    @Test
    void earnest_money_is_acknowledged_as_held_in_trust() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var taken = cashier.takeEarnest(
                shop.contract(contract),
                PartyRole.BUYER,
                new Cashier.Asked("CASH", "100000.00", Map.of()),
                shop.clerk(),
                new Call("t-clerk", "POST earnest", null, contract));
        var receiptNo = receipts.ofContract(contract).get(0).number();

        assertThat(earnests.visibleTo(shop.clerk(), taken.earnestNo()).held().yuan())
                .isEqualTo("100000.00");
        assertThat(paper(receiptNo)).contains("代 收 款 收 据", "定金（代收", contract, "人民币壹拾万元整");
    }

    private ReceiptView pay(String contract, PartyRole payer, String yuan) {
        return take(contract, payer, new Cashier.Asked("CASH", yuan, Map.of()));
    }

    private ReceiptView transfer(String contract, String yuan) {
        var reference = Map.of("bankReference", "ICBC-" + System.nanoTime());
        return take(contract, PartyRole.BUYER, new Cashier.Asked("TRANSFER", yuan, reference));
    }

    private ReceiptView take(String contract, PartyRole payer, Cashier.Asked asked) {
        var owed = shop.receivables(contract).stream()
                .filter(r -> r.payer() == payer)
                .map(Receivable::number)
                .toList();
        var taken = cashier.take(owed, asked, shop.clerk(), new Call("t-clerk", "POST payment", null, asked));
        return Objects.requireNonNull(taken.receipt());
    }

    private String token(String contract, PartyRole payer) {
        return contracts.feeList(contract).confirmations().stream()
                .filter(c -> c.payer() == payer)
                .map(links::token)
                .findFirst()
                .orElseThrow();
    }

    private String paper(String receiptNo) throws IOException {
        return Paper.text(documents.pdf(receipts.find(receiptNo).orElseThrow()));
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
        var form = "username=" + username + "&password=secret&_csrf=" + csrf.group(1);
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
