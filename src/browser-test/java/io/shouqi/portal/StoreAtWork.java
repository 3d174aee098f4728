package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouqi.BrowserTest;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.pricing.RuleTables;
import io.shouqi.sandbox.SandboxMerchants;
import io.shouqi.workflow.Deployments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A store on a working day: people, a tariff, contracts, with the engine, the outbox and the simulated channels at work. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@TestPropertySource(
        properties = {
            "shouqi.sandbox.enabled=true",
            "shouqi.workflow.job-executor=true",
            "shouqi.outbox.automatic=true",
            "spring.flyway.locations=classpath:db/migration,classpath:db/sandbox",
            "spring.flyway.out-of-order=true"
        })
abstract class StoreAtWork extends BrowserTest {

    static final String COMPANY = "WAY";
    static final String STORE = "WAY01";
    static final String PASSWORD = "right horse";
    static final String KEY = "way-key";

    /** The process moves on by itself, in its own time. */
    static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Autowired
    Organisation organisation;

    @Autowired
    Users users;

    @Autowired
    RuleTables rules;

    @Autowired
    Deployments deployments;

    @Autowired
    SandboxMerchants merchants;

    @Autowired
    JsonMapper json;

    final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();
            registry.add("server.port", () -> port);
            registry.add("shouqi.public-url", () -> "http://127.0.0.1:" + port);
        }
    }

    @BeforeEach
    void a_store_is_open() {
        organisation.company(COMPANY, "京瑞房产", "GENERAL");
        organisation.area(COMPANY, "WAY-AREA", "北京大区");
        organisation.store(
                new Store(COMPANY, STORE, "望京店", "WAY-AREA", "北京", "010-6470 0001", "北京市朝阳区望京西园四区 410 号楼底商"),
                "WAY-AREA");
        organisation.user(COMPANY, STORE, "way.clerk", "王小店", PASSWORD, Set.of(Role.CLERK));
        organisation.user(COMPANY, STORE, "way.cashier", "李收银", PASSWORD, Set.of(Role.CASHIER));
        organisation.user(COMPANY, STORE, "way.manager", "陈店长", PASSWORD, Set.of(Role.STORE_MANAGER));
        organisation.apiKey(
                "业务系统", KEY, users.byUsername("way.clerk").orElseThrow().id());
        rules.seed(COMPANY);
        deployments.seed(COMPANY);
        merchants.openFor(COMPANY, "京瑞房产");
    }

    static void find(Page cashier, String words) {
        cashier.fill("#q", words);
        cashier.keyboard().press("Enter");
        assertThat(cashier.locator("form.counter")).isVisible(SOON);
    }

    void payOnThePhone(Page code) {
        var phone = phone();
        phone.navigate(code.locator("a:has-text('打开付款手机')").getAttribute("href"));
        phone.click("text=确认支付");
        assertThat(phone.locator("h1")).containsText("支付成功");
    }

    /** At the desk and in the hand: everybody can use it, nothing sticks out. */
    void look(Page page, String name) {
        assertAccessible(page);
        var size = page.viewportSize();
        page.setViewportSize(1440, 900);
        picture(page, name + "-1440");
        page.setViewportSize(390, 844);
        assertFits(page);
        picture(page, name + "-390");
        page.setViewportSize(size.width, size.height);
    }

    String sign(
            String externalNo,
            String address,
            String buyer,
            String buyersPhone,
            String seller,
            String sellersPhone,
            String more)
            throws Exception {
        var answer = post("/api/v1/contracts", """
                {"externalNo": "%s", "type": "RESALE", "storeCode": "%s", "signedOn": "2024-03-01", "price": "5000000",
                 "property": {"address": "%s", "district": "朝阳", "area": "89.5"},
                 "parties": [{"role": "BUYER", "name": "%s", "phone": "%s"},
                             {"role": "SELLER", "name": "%s", "phone": "%s"}],
                 "services": [], "instalments": "ALL_AT_SIGNING"%s}
                """.formatted(externalNo, STORE, address, buyer, buyersPhone, seller, sellersPhone, more));
        return json.readTree(answer).get("contractNo").asString();
    }

    void confirmAll(String contract) throws Exception {
        post("/api/v1/contracts/" + contract + "/fee-list/confirm", "{\"evidence\": \"纸质清单已签字\"}");
        var page = desk();
        logIn(page, "way.clerk", PASSWORD);
        page.navigate("/contracts/" + contract);
        assertThat(page.locator("text=R-").first()).isVisible(SOON);
    }

    String post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body();
    }
}
