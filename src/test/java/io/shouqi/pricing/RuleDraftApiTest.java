package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.ShouqiTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version from file to money, as a program does it. */
@ShouqiTest
class RuleDraftApiTest {

    private static final String CHEAPER = "COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | RATE | | | | 一般纳税人";

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext application;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private RuleFirm firm;

    @BeforeEach
    void settle() {
        firm = new RuleFirm(application);
    }

    @Test
    void a_version_is_made_replayed_submitted_and_published_by_others() throws Exception {
        firm.sign("5000000");
        var made = upload(workbook("1%"), "k1");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(read(made).path("version").asInt()).isEqualTo(3);
        assertThat(read(made).path("status").asString()).isEqualTo("DRAFT");

        assertThat(post("analyst", "/fees/versions/3/replay", "{\"from\": \"2026-01-01\"}")
                        .statusCode())
                .isEqualTo(202);
        firm.settle();
        var replay = read(get("analyst", "/fees/versions/3")).path("replay");
        assertThat(replay.path("state").asString()).isEqualTo("DONE");
        assertThat(replay.path("delta").asString()).isEqualTo("-50000.00");

        assertThat(read(post("analyst", "/fees/versions/3/submit", ""))
                        .path("status")
                        .asString())
                .isEqualTo("IN_REVIEW");
        firm.settle();
        var own = post("analyst", "/fees/versions/3/publish", "");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(read(own).path("code").asString()).isEqualTo("rules.own");
        assertThat(read(post("director", "/fees/versions/3/publish", "{\"comment\": \"同意\"}"))
                        .path("status")
                        .asString())
                .isEqualTo("IN_REVIEW");
        assertThat(read(post("finance", "/fees/versions/3/publish", ""))
                        .path("status")
                        .asString())
                .isEqualTo("PUBLISHED");

        assertThat(read(get("clerk", "/fees/versions/latest")).path("version").asInt())
                .isEqualTo(3);
        assertThat(quote("")).isEqualTo("50000.00");
    }

    @Test
    void a_quote_can_be_asked_for_as_it_was_known_then() throws Exception {
        var before = OffsetDateTime.now(ZoneOffset.ofHours(8));
        firm.publish("fees", firm.draft("fees", CHEAPER.replace("RATE", "3%")));

        assertThat(quote("")).isEqualTo("150000.00");
        assertThat(quote("?knownAt=" + before)).isEqualTo("100000.00");
        assertThat(quote("?knownAt=yesterday")).isEmpty();
    }

    @Test
    void what_is_wrong_is_answered_with_the_addresses_of_the_cells_in_plain_words() throws Exception {
        var answer = upload(workbook("2"), null);

        assertThat(answer.statusCode()).isEqualTo(422);
        var error = read(answer).path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("L11");
        assertThat(error.path("message").asString()).contains("%");
    }

    @Test
    void the_same_call_again_makes_no_second_version() throws Exception {
        // the same bytes: a workbook made anew holds the time it was made
        var workbook = workbook("1%");
        var first = read(upload(workbook, "again")).path("version").asInt();

        assertThat(read(upload(workbook, "again")).path("version").asInt()).isEqualTo(first);
        assertThat(upload(workbook("1.5%"), "again").statusCode()).isEqualTo(409);
    }

    @Test
    void drafts_are_for_those_who_lead_and_check() throws Exception {
        upload(workbook("1%"), null);

        assertThat(get("clerk", "/fees/versions/3").statusCode()).isEqualTo(404);
        assertThat(get("clerk", "/fees/versions").body()).doesNotContain("DRAFT");
        assertThat(get("finance", "/fees/versions/3").statusCode()).isEqualTo(200);
        assertThat(get("finance", "/fees/versions").body()).contains("DRAFT");
    }

    @Test
    void a_draft_that_is_given_up_stays_readable() throws Exception {
        upload(workbook("1%"), null);

        assertThat(read(post("analyst", "/fees/versions/3/withdraw", ""))
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(post("analyst", "/fees/versions/3/submit", "").statusCode()).isEqualTo(409);
        assertThat(get("analyst", "/fees/versions/3").statusCode()).isEqualTo(200);
        assertThat(post("analyst", "/fees/versions/latest/submit", "").statusCode())
                .isEqualTo(404);
    }

    private static byte[] workbook(String rate) {
        return Rows.workbook(FeeForm.FORM, CHEAPER.replace("RATE", rate));
    }

    private HttpResponse<String> upload(byte[] workbook, @Nullable String key) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var field : new String[][] {{"validFrom", firm.today().toString()}, {"reason", "便宜一点"}}) {
            body.write(("--x\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.xlsx\"\r\nContent-Type: "
                        + RuleApi.XLSX + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(workbook);
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = request("/api/v1/rules/fees/versions", "analyst")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return http.send(
                (key == null ? request : request.header("Idempotency-Key", key)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String who, String path) throws Exception {
        return http.send(request("/api/v1/rules" + path, who).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String who, String path, String body) throws Exception {
        return http.send(
                request("/api/v1/rules" + path, who)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String quote(String parameters) throws Exception {
        var deal = """
                {"type": "RESALE", "storeCode": "%s", "signedOn": "%s", "price": "5000000"}
                """.formatted(firm.store, firm.today());
        var answer = http.send(
                request("/api/v1/quotes" + parameters, "clerk")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(deal))
                        .build(),
                BodyHandlers.ofString());
        return read(answer).path("total").asString("");
    }

    private HttpRequest.Builder request(String path, String who) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + firm.username(who) + "-key");
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
