package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class LoginTest {

    private static final String WRONG = "not the password";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TestClock clock;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private LoginThrottle throttle;

    @Autowired
    private LoginLog log;

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
    void a_password_opens_the_pages_and_the_session_gets_a_new_id() throws Exception {
        staff.hire("in.clerk", Staff.STORE, Role.CLERK);
        var visitor = Visitor.of(application);
        visitor.page("/login");
        var before = visitor.cookie();

        assertThat(visitor.logIn("in.clerk", Staff.PASSWORD)).isEqualTo("/");

        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.cookie()).isNotEqualTo(before);
    }

    @Test
    void who_wanted_to_go_somewhere_is_led_there() throws Exception {
        staff.hire("there.clerk", Staff.STORE, Role.CLERK);
        var visitor = Visitor.of(application);
        visitor.get("/contracts?q=1");

        assertThat(visitor.logIn("there.clerk", Staff.PASSWORD)).startsWith("http://localhost/contracts?q=1");
    }

    @Test
    void logging_out_ends_the_session_for_whoever_holds_its_cookie() throws Exception {
        staff.hire("out.clerk", Staff.STORE, Role.CLERK);
        var visitor = Visitor.of(application);
        var thief = Visitor.of(application);
        visitor.logIn("out.clerk", Staff.PASSWORD);
        thief.steal(visitor);
        assertThat(thief.isIn()).isTrue();

        visitor.post("/logout", Map.of());

        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void five_wrong_passwords_lock_the_name_for_a_minute_then_twice_as_long() throws Exception {
        staff.hire("locked.clerk", Staff.STORE, Role.CLERK);
        fail("locked.clerk", 4);
        assertThat(lets("locked.clerk")).isTrue();

        fail("locked.clerk", 5);
        assertThat(lets("locked.clerk")).isFalse();
        clock.advance(Duration.ofSeconds(61));
        fail("locked.clerk", 1);
        clock.advance(Duration.ofSeconds(61));
        assertThat(lets("locked.clerk")).isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(lets("locked.clerk")).isTrue();

        fail("locked.clerk", 4);
        assertThat(lets("locked.clerk")).as("a success wiped the slate").isTrue();
    }

    @Test
    void a_lock_lasts_an_hour_at_most_and_a_quiet_day_ends_the_count() throws Exception {
        staff.hire("hour.clerk", Staff.STORE, Role.CLERK);
        for (var i = 0; i < 14; i++) {
            fail("hour.clerk", 1);
            clock.advance(Duration.ofMinutes(61));
        }
        fail("hour.clerk", 1);
        clock.advance(Duration.ofMinutes(59));
        assertThat(lets("hour.clerk")).isFalse();
        clock.advance(Duration.ofHours(25));

        fail("hour.clerk", 4);

        assertThat(lets("hour.clerk")).isTrue();
    }

    @Test
    void a_name_that_exists_and_one_that_does_not_are_answered_alike() throws Exception {
        staff.hire("known.clerk", Staff.STORE, Role.CLERK);
        var known = answers("known.clerk");
        var unknown = answers("unknown.clerk");

        assertThat(known).isEqualTo(unknown);
        assertThat(known).hasSize(1).allSatisfy(page -> assertThat(page).contains("用户名或密码不对；多次输错会暂时锁定"));
    }

    /** Redirects and pages of twenty failures and then the right password, without the token. */
    private Set<String> answers(String username) throws Exception {
        var visitor = Visitor.of(application);
        var answers = new ArrayList<String>();
        for (var i = 0; i < 21; i++) {
            var next = visitor.logIn(username, i < 20 ? WRONG : Staff.PASSWORD);
            answers.add(next + visitor.page(next).replaceAll("name=\"_csrf\" (content|value)=\"[^\"]+\"", ""));
        }
        return Set.copyOf(answers);
    }

    @Test
    void a_password_is_hashed_in_every_case_so_that_time_does_not_tell() {
        staff.hire("timed.clerk", Staff.STORE, Role.CLERK);
        var counting = new Counting(encoder);
        var login = new PasswordLogin(users, counting, throttle, log);

        for (var i = 0; i < 20; i++) {
            attempt(login, "timed.clerk");
            attempt(login, "timed.nobody");
        }

        assertThat(counting.checks).hasValue(40);
    }

    @Test
    void of_fifty_attempts_at_once_five_are_checked() throws Exception {
        staff.hire("stormed.clerk", Staff.STORE, Role.CLERK);
        var pool = AsSystem.pool(10);
        var admitted = new AtomicInteger();
        Callable<Void> attempt = () -> {
            if (throttle.admit("stormed.clerk")) {
                admitted.incrementAndGet();
            }
            return null;
        };

        for (var done :
                pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> attempt).toList())) {
            done.get();
        }
        pool.shutdown();

        assertThat(admitted).hasValue(5);
    }

    @Test
    void who_was_given_a_password_sees_nothing_until_there_is_an_own_one() throws Exception {
        var id = staff.hire("given.clerk", Staff.STORE, Role.CLERK);
        var given = passwords.giveTemporary(id);
        var visitor = Visitor.of(application);

        assertThat(visitor.logIn("given.clerk", given)).isEqualTo("/login/password");
        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.get("/swagger-ui/index.html").getStatus()).isNotEqualTo(200);
        assertThat(visitor.get("/login").getRedirectedUrl()).isEqualTo("/login/password");
        var refused = visitor.post("/login/password", Map.of("password", "short", "repeated", "short"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("密码至少 10 个字");
        var chosen = Map.of("password", "a kettle on the roof", "repeated", "a kettle on the roof");

        assertThat(visitor.post("/login/password", chosen).getRedirectedUrl())
                .as("where the way was barred before")
                .startsWith("http://localhost/swagger-ui/index.html");
        assertThat(visitor.isIn()).isTrue();
        assertThat(Visitor.of(application).logIn("given.clerk", "a kettle on the roof"))
                .isEqualTo("/");
        assertThat(rows.sql("""
                        select distinct actor_name || ' ' || via || ' ' || left(address, 4) || company from audit_event
                         where subject = 'given.clerk' and after->>'must_change_password' = 'false'
                           and action = 'row.updated'
                        """).query(String.class).list())
                .as("the change of the first password")
                .containsExactly("given.clerk 姓名 PAGE 10.0ID");
    }

    @Test
    void a_given_password_opens_a_locked_name_and_ends_all_sessions() throws Exception {
        var id = staff.hire("reset.clerk", Staff.STORE, Role.CLERK);
        var visitor = Visitor.of(application);
        visitor.logIn("reset.clerk", Staff.PASSWORD);
        fail("reset.clerk", 6);

        var given = passwords.giveTemporary(id);

        assertThat(visitor.isIn()).isFalse();
        assertThat(Visitor.of(application).logIn("reset.clerk", given)).isEqualTo("/login/password");
    }

    @Test
    void whatever_is_typed_is_answered() throws Exception {
        var visitor = Visitor.of(application);

        for (var odd : List.of("", " ", "名字\n", "x".repeat(5000), "'; drop table app_user; --", "\uD800")) {
            assertThat(visitor.logIn(odd, odd)).isEqualTo("/login?error");
        }
        assertThat(visitor.get("/login/code").getRedirectedUrl()).isEqualTo("/login");
        assertThat(visitor.post("/login/code", Map.of("code", "123456")).getRedirectedUrl())
                .isEqualTo("/login");
        assertThat(visitor.post("/login/password", Map.of()).getRedirectedUrl()).isEqualTo("/login");
    }

    private void fail(String username, int times) throws Exception {
        for (var i = 0; i < times; i++) {
            assertThat(Visitor.of(application).logIn(username, WRONG)).isEqualTo("/login?error");
        }
    }

    private boolean lets(String username) throws Exception {
        return "/".equals(Visitor.of(application).logIn(username, Staff.PASSWORD));
    }

    private static void attempt(PasswordLogin login, String username) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, WRONG);
        attempt.setDetails(new Arrival(Instant.EPOCH, "10.0.0.1", ""));
        try {
            login.authenticate(attempt);
        } catch (BadCredentialsException expected) {
            return;
        }
        throw new AssertionError("a wrong password opened");
    }

    private static final class Counting implements PasswordEncoder {

        private final PasswordEncoder real;
        private final AtomicInteger checks = new AtomicInteger();

        Counting(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checks.incrementAndGet();
            return real.matches(password, hash);
        }
    }
}
