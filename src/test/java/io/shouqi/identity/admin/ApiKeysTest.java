package io.shouqi.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Firm;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.shared.BusinessTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class ApiKeysTest {

    private static final Pattern KEY = Pattern.compile("id=\"new-key\" value=\"([^\"]+)\"");

    @Autowired
    WebApplicationContext application;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(application);
        clock.set(clock.instant());
    }

    @Test
    void a_key_has_256_random_bits_is_shown_once_and_stored_as_a_hash() throws Exception {
        var key = key(make("admin", "clerk", ""));

        assertThat(key).matches("sq_[A-Za-z0-9_-]{43}");
        assertThat(call(key, "/api/v1/stores")).isEqualTo(200);
        assertThat(firm.page("admin", "/admin/keys")).doesNotContain(key).contains(key.substring(0, 7) + "…");
        assertThat(rows.sql("select k::text from api_key k where user_id = ?")
                        .param(firm.id("clerk"))
                        .query(String.class)
                        .single())
                .doesNotContain(key);
    }

    @Test
    void a_key_opens_the_parts_it_was_given_and_reads_where_it_may_only_read() throws Exception {
        var key = key(firm.post(
                "admin",
                "/admin/keys",
                "name",
                "业务系统",
                "user",
                firm.id("clerk").toString(),
                "scope.CONTRACTS",
                "READ"));

        assertThat(call(key, "/api/v1/stores")).isEqualTo(403);
        assertThat(call(key, "/api/v1/contracts/HT-1")).isEqualTo(404);
        assertThat(post(key, "/api/v1/contracts")).isEqualTo(403);
        assertThat(firm.page("admin", "/admin/keys")).contains("合同只读");
    }

    @Test
    void an_expired_key_is_as_unknown_as_one_nobody_has() throws Exception {
        var today = BusinessTime.today(clock);
        var key = key(make("admin", "clerk", today.toString()));

        assertThat(call(key, "/api/v1/stores")).isEqualTo(200);
        clock.set(today.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
        assertThat(call(key, "/api/v1/stores")).isEqualTo(401).isEqualTo(call("sq_nobody-has-this", "/api/v1/stores"));
        assertThat(firm.page("admin", "/admin/keys")).contains("已过期");
    }

    @Test
    void a_rotated_key_works_for_the_grace_and_no_longer() throws Exception {
        for (var grace : List.of(Grace.NONE, Grace.DAY, Grace.WEEK)) {
            var old = key(make("admin", "clerk", ""));
            var fresh = key(rotate("admin", id(old), grace));

            assertThat(fresh).isNotEqualTo(old);
            assertThat(call(fresh, "/api/v1/stores")).isEqualTo(200);
            assertThat(call(old, "/api/v1/stores")).isEqualTo(grace == Grace.NONE ? 401 : 200);
            clock.advance(grace.duration());
            assertThat(call(old, "/api/v1/stores")).as("after " + grace).isEqualTo(401);
            assertThat(call(fresh, "/api/v1/stores")).isEqualTo(200);
        }
    }

    @Test
    void a_key_is_rotated_once() throws Exception {
        var old = key(make("admin", "clerk", ""));
        rotate("admin", id(old), Grace.WEEK);

        assertThat(rotate("admin", id(old), Grace.WEEK).getStatus()).isEqualTo(409);
        assertThat(firm.post("admin", "/admin/keys/" + id(old) + "/rotate", "grace", "FOREVER")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_revoked_key_is_refused_and_can_be_restored() throws Exception {
        var key = key(make("admin", "clerk", ""));

        firm.post("admin", "/admin/keys/" + id(key) + "/revoke");
        assertThat(call(key, "/api/v1/stores")).isEqualTo(401);
        assertThat(rotate("admin", id(key), Grace.DAY).getStatus()).isEqualTo(409);

        firm.post("admin", "/admin/keys/" + id(key) + "/restore");
        assertThat(call(key, "/api/v1/stores")).isEqualTo(200);
    }

    @Test
    void what_was_replaced_is_not_restored() throws Exception {
        var key = key(make("admin", "clerk", ""));
        rotate("admin", id(key), Grace.NONE);

        assertThat(firm.post("admin", "/admin/keys/" + id(key) + "/restore").getStatus())
                .isEqualTo(409);
    }

    @Test
    void the_last_use_is_noted_once_a_minute() throws Exception {
        var key = key(make("admin", "clerk", ""));
        assertThat(firm.page("admin", "/admin/keys")).contains("没用过");
        var first = clock.instant();

        call(key, "/api/v1/stores");
        clock.advance(Duration.ofSeconds(59));
        call(key, "/api/v1/stores");
        assertThat(lastUsed(key)).isEqualTo(first.getEpochSecond());
        clock.advance(Duration.ofSeconds(1));
        call(key, "/api/v1/stores");

        assertThat(lastUsed(key)).isEqualTo(first.plusSeconds(60).getEpochSecond());
    }

    @Test
    void a_key_dies_with_its_persons_account() throws Exception {
        var key = key(make("admin", "clerk", ""));

        firm.post("admin", "/admin/people/" + firm.id("clerk") + "/deactivate");

        assertThat(call(key, "/api/v1/stores")).isEqualTo(401);
        assertThat(firm.page("admin", "/admin/keys")).contains("代表的人已停用");
    }

    @Test
    void what_is_wrong_with_a_new_key_is_named() throws Exception {
        var answer = firm.post("admin", "/admin/keys", "user", UUID.randomUUID().toString(), "lastDay", "2001-01-01");

        assertThat(answer.getContentAsString())
                .contains(
                        "data-field=\"name\"",
                        "data-field=\"user\"",
                        "data-field=\"scopes\"",
                        "data-field=\"lastDay\"");
    }

    @Test
    void keys_of_people_elsewhere_do_not_exist() throws Exception {
        var south = key(make("admin", "south", ""));
        var other = new Firm(application);

        assertThat(firm.page("north", "/admin/keys")).doesNotContain(south.substring(0, 7), firm.username("south"));
        assertThat(make("north", "south", "").getContentAsString()).contains("data-field=\"user\"");
        for (var act : List.of("/revoke", "/restore", "/rotate")) {
            var path = "/admin/keys/" + id(south) + act;
            assertThat(firm.post("north", path, "grace", "NONE").getStatus())
                    .as(act)
                    .isEqualTo(404);
            assertThat(other.post("admin", path, "grace", "NONE").getStatus())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(call(south, "/api/v1/stores")).isEqualTo(200);
    }

    private MockHttpServletResponse make(String who, String whom, String lastDay) throws Exception {
        return firm.post(
                who,
                "/admin/keys",
                "name",
                "业务系统",
                "user",
                firm.id(whom).toString(),
                "scope.STORES",
                "READ",
                "lastDay",
                lastDay);
    }

    private MockHttpServletResponse rotate(String who, UUID id, Grace grace) throws Exception {
        return firm.post(who, "/admin/keys/" + id + "/rotate", "grace", grace.name());
    }

    private static String key(MockHttpServletResponse answer) throws Exception {
        var found = KEY.matcher(answer.getContentAsString());
        assertThat(found.find()).as(answer.getContentAsString()).isTrue();
        return found.group(1);
    }

    private UUID id(String key) {
        return rows.sql("select id from api_key where key_hash = ?")
                .param(new io.shouqi.identity.ApiToken(key).hash())
                .query(UUID.class)
                .single();
    }

    private long lastUsed(String key) {
        return rows.sql("select floor(extract(epoch from last_used_at))::bigint from api_key where id = ?")
                .param(id(key))
                .query(Long.class)
                .single();
    }

    private int call(String key, String path) throws Exception {
        return send(key, HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private int post(String key, String path) throws Exception {
        return send(
                key,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private int send(String key, HttpRequest.Builder request) throws Exception {
        return http.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
