package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.pricing.sheet.DecisionTable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShouqiTest
class RuleApiTest {

    private static final String JSON = "application/json";

    @Autowired
    Shop shop;

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
    void the_tables_of_the_company_are_listed() throws Exception {
        var items = body(get("", JSON)).path("items");

        assertThat(items).hasSize(6);
        assertThat(items.findValuesAsString("table")).contains("fees", "approval");
        assertThat(items.findValuesAsString("title")).contains("收费标准", "审批权限");
        assertThat(items.get(3).path("version").asInt()).isEqualTo(2);
        assertThat(items.get(3).path("validFrom").asString()).isEqualTo("2023-09-01");
        assertThat(items.get(3).path("status").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void the_versions_of_a_table_are_listed_the_newest_first() throws Exception {
        var items = body(get("/fees/versions", JSON)).path("items");

        assertThat(items.findValuesAsString("validFrom")).containsExactly("2023-09-01", "2011-01-01");
    }

    @Test
    void who_accepts_a_workbook_gets_it() throws Exception {
        var answer = get("/fees/versions/latest", RuleApi.XLSX);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(RuleApi.XLSX);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"fees-2023-09-01-v2.xlsx\"");
        assertThat(DecisionTable.of(FeeForm.FORM, answer.body())).isNotNull();
    }

    @Test
    void who_accepts_anything_else_gets_the_state() throws Exception {
        for (var accept : new String[] {JSON, "*/*"}) {
            var state = body(get("/fees/versions/1", accept));

            assertThat(state.path("version").asInt()).isEqualTo(1);
            assertThat(state.path("validFrom").asString()).isEqualTo("2011-01-01");
        }
    }

    @Test
    void what_does_not_exist_is_not_found() throws Exception {
        for (var path : new String[] {"/horoscopes/versions", "/fees/versions/9", "/fees/versions/last"}) {
            var answer = get(path, JSON);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(body(answer).path("code").asString()).endsWith(".unknown");
        }
        assertThat(get("/fees/versions/9", RuleApi.XLSX).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_reads_rules_without_a_key() throws Exception {
        var request = HttpRequest.newBuilder(uri("")).build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer t-key")
                .header("Accept", accept)
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/rules" + path);
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        return json.readTree(answer.body());
    }
}
