package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.pricing.HostileWorkbooks.Hostile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent in place of a table: it is refused with its place named, does nothing, and the next caller is served. */
@ShouqiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWorkbooksTest {

    @LocalServerPort
    int port;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private RuleFirm firm;

    @BeforeAll
    void settle(@Autowired ApplicationContext application) {
        firm = new RuleFirm(application);
    }

    static List<Hostile> hostile() {
        return HostileWorkbooks.all();
    }

    @Test
    void there_are_at_least_forty() {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void it_is_refused_with_its_place_named_and_does_nothing(Hostile hostile) throws Exception {
        var answer = upload(hostile.workbook());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(places(answer)).contains(hostile.place());
        assertThat(answer.body()).doesNotContain("Exception", "root:");
        assertThat(System.getProperty(HostileWorkbooks.MARK)).isNull();
        assertThat(drafts()).isZero();
        assertThat(quote()).isEqualTo(200);
    }

    @Test
    void the_same_table_without_malice_is_taken() throws Exception {
        var answer = upload(HostileWorkbooks.good());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json.readTree(answer.body()).path("status").asString()).isEqualTo("DRAFT");
        rows.sql("update rule_version set status = 'WITHDRAWN' where company = ? and status = 'DRAFT'")
                .param(firm.code)
                .update();
    }

    private long drafts() {
        return rows.sql("select count(*) from rule_version where company = ? and status = 'DRAFT'")
                .param(firm.code)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> upload(byte[] workbook) throws Exception {
        var request = request("/api/v1/rules/fees/versions?validFrom=2030-01-01&reason=test", "analyst")
                .header("Content-Type", RuleApi.XLSX)
                .POST(BodyPublishers.ofByteArray(workbook))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private int quote() throws Exception {
        var deal = """
                {"type": "RESALE", "city": "北京", "storeCode": "%s", "signedOn": "2024-03-01", "price": "5000000"}
                """.formatted(firm.store);
        var request = request("/api/v1/quotes", "clerk")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(deal))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path, String who) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + firm.username(who) + "-key");
    }

    private List<String> places(HttpResponse<String> answer) {
        var places = new ArrayList<String>();
        for (JsonNode error : json.readTree(answer.body()).path("errors")) {
            places.add(error.path("field").asString());
        }
        return places;
    }
}
