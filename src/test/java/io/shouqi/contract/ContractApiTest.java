package io.shouqi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShouqiTest
class ContractApiTest {

    private static final String GOOD = """
            {"externalNo": "%s", "type": "RESALE", "storeCode": "TT01", "signedOn": "2024-03-01", "price": "5000000.00",
             "property": {"address": "望京西园四区 410 号楼", "district": "朝阳", "area": "89.50"},
             "parties": [{"role": "BUYER", "name": "王小明", "phone": "13800138000"},
                         {"role": "SELLER", "name": "李秀英", "phone": "13900139000"}],
             "services": [], "instalments": "ALL_AT_SIGNING"}
            """;

    private static final String BAD = """
            {"externalNo": "%s", "type": "RESALE", "storeCode": "NOPE", "signedOn": "2024-02-30", "price": "-1",
             "property": {"address": "望京西园四区"},
             "parties": [{"role": "BUYER", "name": "王小明", "phone": "12"},
                         {"role": "SELLER", "name": "李秀英", "phone": "13900139000"}],
             "instalments": [{"milestone": "SIGNING", "percent": "50"}, {"milestone": "TRANSFER", "percent": "49"}]}
            """;

    @Autowired
    Shop shop;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void everything_wrong_is_named_at_once_in_the_callers_language_and_nothing_is_saved() throws Exception {
        var before = contracts();
        var chinese = post("/api/v1/contracts", BAD.formatted(unique()), "t-key", "zh-CN");
        var english = post("/api/v1/contracts", BAD.formatted(unique()), "t-key", "en");

        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(body(chinese).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("storeCode", "signedOn", "price", "parties[0].phone", "instalments");
        assertThat(chinese.body()).contains("电话号码不正确").contains("各期比例加起来是 99%");
        assertThat(english.body()).contains("is not a valid phone number").contains("sum to 99");
        assertThat(contracts()).isEqualTo(before);
    }

    @Test
    void the_same_contract_again_is_known_and_another_under_its_number_is_refused() throws Exception {
        var external = unique();
        var first = post("/api/v1/contracts", GOOD.formatted(external), "t-key", "en");
        var again = post("/api/v1/contracts", GOOD.formatted(external), "t-key", "en");
        var other = post("/api/v1/contracts", GOOD.formatted(external).replace("5000000", "4000000"), "t-key", "en");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(body(again).path("contractNo")).isEqualTo(body(first).path("contractNo"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(body(other).path("code").asString()).isEqualTo("contract.externalNo.taken");
    }

    @Test
    void a_number_that_another_store_used_is_refused_without_telling_of_its_contract() throws Exception {
        var external = unique();
        var theirs = body(post("/api/v1/contracts", GOOD.formatted(external), "t-key", "zh"))
                .path("contractNo")
                .asString();
        var mine = post("/api/v1/contracts", GOOD.formatted(external).replace("TT01", "TT02"), "t-elsewhere-key", "zh");

        assertThat(mine.statusCode()).isEqualTo(409);
        assertThat(body(mine).path("code").asString()).isEqualTo("contract.externalNo.elsewhere");
        assertThat(mine.body()).doesNotContain(theirs);
    }

    @Test
    void a_quote_explains_every_line_and_saves_nothing() throws Exception {
        var before = contracts();
        var quote = body(post("/api/v1/quotes", """
                {"type": "RESALE", "storeCode": "TT01", "signedOn": "2023-06-01", "price": "5000000.00", "services": []}
                """, "t-key", "zh"));

        assertThat(quote.path("total").asString()).isEqualTo("135000.00");
        assertThat(quote.path("lines")).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("why").path("table").asString()).isEqualTo("fees");
            assertThat(line.path("why").path("row").asInt()).isPositive();
        });
        assertThat(contracts()).isEqualTo(before);
    }

    @Test
    void another_stores_contract_does_not_exist_for_a_caller() throws Exception {
        var no = body(post("/api/v1/contracts", GOOD.formatted(unique()), "t-key", "zh"))
                .path("contractNo")
                .asString();

        assertThat(get("/api/v1/contracts/" + no, "t-key").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/contracts/" + no, "t-elsewhere-key").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/contracts/" + no, "nobody").statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/contracts/" + no + "/cancel", "{\"reason\": \"x\"}", "t-elsewhere-key", "zh")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/ledger/trial-balance", "t-key").statusCode()).isEqualTo(403);
    }

    @Test
    void unreadable_requests_get_a_clear_answer() throws Exception {
        var broken = post("/api/v1/contracts", "{\"price\": ", "t-key", "zh");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("请求内容读不懂").doesNotContain("Exception");
        assertThat(post("/api/v1/contracts", "{}", "t-key", "zh").statusCode()).isEqualTo(422);
    }

    private long contracts() {
        return jdbc.sql("select count(*) from contract").query(Long.class).single();
    }

    private static String unique() {
        return "API-" + UUID.randomUUID();
    }

    private JsonNode body(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private HttpResponse<String> post(String path, String body, String key, String language) throws Exception {
        var request = request(path, key)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String key) throws Exception {
        return http.send(request(path, key).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key);
    }
}
