package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class SessionsTest {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0 Safari/604.1";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TestClock clock;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Sessions sessions;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private Staff staff;

    @BeforeEach
    void people() {
        staff = new Staff(organisation);
        clock.set(Instant.now());
    }

    @Test
    void a_session_lies_in_the_database_under_its_person_and_is_known_by_address_and_browser() throws Exception {
        var user = staff.hire("seen.clerk", Staff.STORE, Role.CLERK);
        var desk = in("seen.clerk");
        in("seen.clerk", PHONE);

        var open = sessions.of(user, decoded(desk));

        assertThat(open).extracting(OpenSession::browser).containsExactlyInAnyOrder("Chrome · Windows", "微信 · iPhone");
        assertThat(open).allMatch(session -> session.address().startsWith("10.0."));
        assertThat(open).extracting(OpenSession::here).containsExactlyInAnyOrder(true, false);
        assertThat(rows.sql("select count(*) from spring_session where principal_name = ?")
                        .param(user.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(desk.page("/account"))
                .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 登录")
                .contains("Chrome · Windows", "微信 · iPhone", "当前设备")
                .doesNotContain(desk.cookie(), decoded(desk));
    }

    @Test
    void a_session_that_is_ended_is_out_at_the_next_request() throws Exception {
        staff.hire("ends.clerk", Staff.STORE, Role.CLERK);
        var here = in("ends.clerk");
        var there = in("ends.clerk");
        var third = in("ends.clerk");
        var handle = sessions.of(id("ends.clerk"), decoded(here)).stream()
                .filter(session -> session.handle().equals(handle(there)))
                .findFirst()
                .orElseThrow()
                .handle();

        here.post("/account/sessions/" + handle + "/end", Map.of());

        assertThat(there.isIn()).isFalse();
        assertThat(third.isIn()).isTrue();
        assertThat(here.post("/account/sessions/" + handle + "/end", Map.of()).getStatus())
                .isEqualTo(404);
        here.post("/account/sessions/end-others", Map.of());
        assertThat(third.isIn()).isFalse();
        assertThat(here.isIn()).isTrue();
    }

    @Test
    void nobody_ends_the_session_of_another() throws Exception {
        staff.hire("one.clerk", Staff.STORE, Role.CLERK);
        staff.hire("another.clerk", Staff.STORE, Role.CLERK);
        var one = in("one.clerk");
        var another = in("another.clerk");

        assertThat(one.post("/account/sessions/" + handle(another) + "/end", Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(another.isIn()).isTrue();
    }

    @Test
    void a_new_password_ends_all_other_sessions_and_asks_for_the_present_one() throws Exception {
        staff.hire("change.clerk", Staff.STORE, Role.CLERK);
        var here = in("change.clerk");
        var there = in("change.clerk");
        var fresh = "a kettle on the roof";

        var refused = here.post("/account/password", change("wrong", fresh, fresh));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("data-field=\"current\"");
        assertThat(here.post("/account/password", change(Staff.PASSWORD, fresh, "another"))
                        .getContentAsString())
                .contains("两遍输的不一样");
        assertThat(here.post("/account/password", change(Staff.PASSWORD, Staff.PASSWORD, Staff.PASSWORD))
                        .getContentAsString())
                .contains("新密码不能和现在的一样");
        assertThat(there.isIn()).isTrue();

        here.post("/account/password", change(Staff.PASSWORD, fresh, fresh));

        assertThat(here.isIn()).isTrue();
        assertThat(there.isIn()).isFalse();
        assertThat(Visitor.of(application).logIn("change.clerk", Staff.PASSWORD))
                .isEqualTo("/login?error");
        assertThat(Visitor.of(application).logIn("change.clerk", fresh)).isEqualTo("/");
    }

    @Test
    void guessing_the_present_password_from_a_borrowed_screen_locks_too() throws Exception {
        staff.hire("borrowed.clerk", Staff.STORE, Role.CLERK);
        var thief = in("borrowed.clerk");
        for (var i = 0; i < 5; i++) {
            thief.post("/account/factor", Map.of("current", "guess " + i));
        }

        assertThat(thief.post("/account/factor", Map.of("current", Staff.PASSWORD))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void all_sessions_of_somebody_can_be_ended_and_who_is_dismissed_is_out_at_once() throws Exception {
        var user = staff.hire("gone.clerk", Staff.STORE, Role.CLERK);
        var first = in("gone.clerk");

        sessions.endAll(user);
        assertThat(first.isIn()).isFalse();

        var second = in("gone.clerk");
        rows.sql("update app_user set active = false where id = ?").param(user).update();
        assertThat(second.isIn()).isFalse();
    }

    @Test
    void eight_hours_without_a_request_or_fourteen_in_all_end_a_session() throws Exception {
        staff.hire("long.clerk", Staff.STORE, Role.CLERK);
        var busy = in("long.clerk");
        var idle = in("long.clerk");
        idleFor(idle, Duration.ofHours(7));
        assertThat(idle.isIn()).isTrue();
        idleFor(idle, Duration.ofHours(8).plusSeconds(1));
        assertThat(idle.isIn()).isFalse();

        clock.advance(Duration.ofHours(7));
        assertThat(busy.isIn()).isTrue();
        clock.advance(Duration.ofHours(7));
        assertThat(busy.isIn()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(busy.isIn()).isFalse();
    }

    @Test
    void who_is_not_signed_in_is_forgotten_after_half_an_hour() throws Exception {
        var visitor = Visitor.of(application);
        visitor.page("/login");

        assertThat(rows.sql("select max_inactive_interval from spring_session where session_id = ?")
                        .param(decoded(visitor))
                        .query(Long.class)
                        .single())
                .isEqualTo(1800);
    }

    @Test
    void what_a_session_holds_is_read_only_where_it_is_ours() throws Exception {
        staff.hire("tampered.clerk", Staff.STORE, Role.CLERK);
        var visitor = in("tampered.clerk");
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(URI.create("http://elsewhere"));
        }

        rows.sql("""
                        update spring_session_attributes set attribute_bytes = ?
                         where session_primary_id = (select primary_id from spring_session where session_id = ?)
                           and attribute_name = 'SPRING_SECURITY_CONTEXT'
                        """).params(bytes.toByteArray(), decoded(visitor)).update();

        assertThat(new SessionReader().read(bytes.toByteArray())).isNull();
        assertThat(visitor.isIn()).as("forgotten, not failed").isFalse();
        assertThat(visitor.logIn("tampered.clerk", Staff.PASSWORD)).isNotNull();
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void coming_and_going_is_in_the_log_with_the_address_and_without_what_strangers_typed() throws Exception {
        staff.hire("logged.clerk", Staff.STORE, Role.CLERK);
        var visitor = in("logged.clerk");
        visitor.logIn("logged.clerk", "wrong");
        visitor.post("/logout", Map.of());
        visitor.logIn("My Secret Passw0rd", "logged.clerk");

        assertThat(events("logged.clerk")).contains("login.succeeded", "login.failed", "login.ended");
        assertThat(rows.sql("select count(*) from audit_event where subject like '%Secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(rows.sql("select distinct actor_name from audit_event where action = 'login.failed'"
                                + " and subject in ('logged.clerk', 'My…')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("logged.clerk", "—");
        assertThat(rows.sql("select address from audit_event where subject = 'logged.clerk' and action like 'login.%'")
                        .query(String.class)
                        .list())
                .allMatch(address -> address.startsWith("10.0."));
    }

    private List<String> events(String subject) {
        return rows.sql("select action from audit_event where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }

    private static Map<String, String> change(String current, String password, String repeated) {
        return Map.of("current", current, "password", password, "repeated", repeated);
    }

    @Test
    void a_page_left_open_asks_for_news_and_is_out_after_eight_hours_all_the_same() throws Exception {
        staff.hire("left.clerk", Staff.STORE, Role.CLERK);
        var left = in("left.clerk");
        assertThat(left.isIn()).isTrue();
        for (var hour = 1; hour <= 8; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(left.poll("/notices/count").getStatus()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(left.poll("/notices/count").getStatus()).isNotEqualTo(200);
        assertThat(left.isIn()).isFalse();
    }

    private void idleFor(Visitor visitor, Duration time) {
        var then = Instant.now().minus(time).toEpochMilli();
        rows.sql("update spring_session set last_access_time = ? where session_id = ?")
                .params(then, decoded(visitor))
                .update();
    }

    private Visitor in(String username) throws Exception {
        return in(Visitor.of(application), username);
    }

    private void in(String username, String browser) throws Exception {
        in(Visitor.of(application, browser), username);
    }

    private static Visitor in(Visitor visitor, String username) throws Exception {
        assertThat(visitor.logIn(username, Staff.PASSWORD)).isEqualTo("/");
        return visitor;
    }

    private UUID id(String username) {
        return rows.sql("select id from app_user where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private static String handle(Visitor visitor) {
        return ApiKeys.hash(decoded(visitor)).substring(0, 24);
    }

    /** The cookie is the id in Base64. */
    private static String decoded(Visitor visitor) {
        return new String(Base64.getDecoder().decode(visitor.cookie()), StandardCharsets.UTF_8);
    }
}
