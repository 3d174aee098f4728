package io.shouqi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ShouqiTest
class SecondFactorTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TestClock clock;

    @Autowired
    private Organisation organisation;

    @Autowired
    private SecondFactor factor;

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
    void the_password_alone_no_longer_opens() throws Exception {
        var phone = enrol(staff.hire("two.clerk", Staff.STORE, Role.CLERK));
        var visitor = Visitor.of(application);

        assertThat(visitor.logIn("two.clerk", Staff.PASSWORD)).isEqualTo("/login/code");
        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.post("/account/factor/remove", Map.of("current", Staff.PASSWORD))
                        .getRedirectedUrl())
                .contains("/login");
        assertThat(code(visitor, "000000")).isEqualTo("/login/code?error");
        var before = visitor.cookie();

        assertThat(code(visitor, phone.shows())).startsWith("http://localhost/tasks");
        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.cookie()).isNotEqualTo(before);
    }

    @Test
    void a_code_opens_once() throws Exception {
        var phone = enrol(staff.hire("once.clerk", Staff.STORE, Role.CLERK));
        var first = halfIn("once.clerk");
        var second = halfIn("once.clerk");

        assertThat(code(first, phone.shows())).isEqualTo("/");
        assertThat(code(second, phone.shows())).isEqualTo("/login/code?error");
        clock.advance(Duration.ofSeconds(30));
        assertThat(code(second, phone.shows())).isEqualTo("/");
    }

    @Test
    void of_many_at_the_same_moment_a_code_opens_for_one() throws Exception {
        var user = staff.hire("race.clerk", Staff.STORE, Role.CLERK);
        var phone = enrol(user);
        var pool = AsSystem.pool(8);
        Callable<Boolean> attempt = () -> factor.accepts(user, phone.shows());

        var opened = 0;
        for (var result : pool.invokeAll(Collections.nCopies(8, attempt))) {
            opened += result.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(opened).isEqualTo(1);
    }

    @Test
    void wrong_codes_lock_as_wrong_passwords_do_and_the_password_buys_no_new_attempts() throws Exception {
        var phone = enrol(staff.hire("guess.clerk", Staff.STORE, Role.CLERK));
        for (var i = 0; i < 2; i++) {
            code(halfIn("guess.clerk"), "000000");
        }
        var visitor = halfIn("guess.clerk");

        assertThat(code(visitor, phone.shows())).as("locked").isEqualTo("/login/code?error");
        assertThat(Visitor.of(application).logIn("guess.clerk", Staff.PASSWORD)).isEqualTo("/login?error");
        clock.advance(Duration.ofMinutes(2));
        assertThat(code(visitor, phone.shows())).isEqualTo("/");
    }

    @Test
    void without_the_phone_a_recovery_code_opens_once() throws Exception {
        var user = staff.hire("lost.clerk", Staff.STORE, Role.CLERK);
        var codes = enrol(user).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("(\\w{4}-){3}\\w{4}"));

        assertThat(recovery(halfIn("lost.clerk"), codes.get(0).toUpperCase().replace("-", " ")))
                .isEqualTo("/");

        assertThat(recovery(halfIn("lost.clerk"), codes.get(0))).isEqualTo("/login/code?error");
        assertThat(recovery(halfIn("lost.clerk"), codes.get(1))).isEqualTo("/");
        assertThat(factor.recoveryCodesLeft(user)).isEqualTo(8);
    }

    @Test
    void who_comes_in_with_a_recovery_code_is_in_the_log_by_name_with_the_address() throws Exception {
        var user = staff.hire("paper.clerk", Staff.STORE, Role.CLERK);
        var codes = enrol(user).recoveryCodes();

        recovery(halfIn("paper.clerk"), codes.get(0));

        assertThat(events("paper.clerk", "login.succeeded")).containsExactly("paper.clerk 姓名 PAGE 10.0 密码和恢复码");
        assertThat(events("paper.clerk", "row.updated")).contains("paper.clerk 姓名 PAGE 10.0 ");
    }

    @Test
    void drawing_new_recovery_codes_is_one_event() {
        var user = staff.hire("fresh.clerk", Staff.STORE, Role.CLERK);
        enrol(user);

        factor.renewRecoveryCodes(user);

        assertThat(rows.sql("select action from audit_event where subject = 'fresh.clerk'"
                                + " and subject_kind = 'recovery_code' and company = 'ID'")
                        .query(String.class)
                        .list())
                .as("with the phone, and by themselves")
                .containsExactly("recovery.renewed", "recovery.renewed");
        factor.remove(user);
        assertThat(rows.sql("select count(*) from audit_event where subject = 'fresh.clerk'"
                                + " and subject_kind = 'recovery_code'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private List<String> events(String username, String action) {
        return rows.sql("""
                        select actor_name || ' ' || via || ' ' || coalesce(left(address, 4), '') || ' ' || coalesce(detail, '')
                          from audit_event where subject = ? and action = ? order by id
                        """).params(username, action).query(String.class).list();
    }

    @Test
    void another_persons_codes_open_nothing() throws Exception {
        enrol(staff.hire("mine.clerk", Staff.STORE, Role.CLERK));
        var other = enrol(staff.hire("other.clerk", Staff.STORE, Role.CLERK));
        var visitor = halfIn("mine.clerk");

        assertThat(code(visitor, other.shows())).isEqualTo("/login/code?error");
        assertThat(recovery(visitor, other.recoveryCodes().get(0))).isEqualTo("/login/code?error");
    }

    @Test
    void the_old_phone_stays_good_until_the_new_one_has_shown_a_code() {
        var user = staff.hire("new-phone.clerk", Staff.STORE, Role.CLERK);
        var old = enrol(user);
        clock.advance(Duration.ofMinutes(1));
        factor.begin(user);
        var fresh = new Phone(factor.waiting(user).orElseThrow(), List.of());

        assertThat(factor.accepts(user, old.shows())).isTrue();
        assertThat(factor.accepts(user, fresh.shows())).isFalse();
        assertThatThrownBy(() -> factor.confirm(user, old.shows())).isInstanceOf(Refusal.class);
        factor.confirm(user, fresh.shows());
        clock.advance(Duration.ofMinutes(1));

        assertThat(factor.accepts(user, old.shows())).isFalse();
        assertThat(factor.accepts(user, fresh.shows())).isTrue();
        assertThat(factor.acceptsRecovery(user, old.recoveryCodes().get(0))).isFalse();
    }

    @Test
    void new_recovery_codes_replace_the_old_ones() {
        var user = staff.hire("codes.clerk", Staff.STORE, Role.CLERK);
        var old = enrol(user).recoveryCodes();

        var fresh = factor.renewRecoveryCodes(user);

        assertThat(factor.acceptsRecovery(user, old.get(0))).isFalse();
        assertThat(factor.acceptsRecovery(user, fresh.get(0))).isTrue();
    }

    @Test
    void an_administrator_takes_the_factor_away_and_the_password_opens_again() throws Exception {
        var user = staff.hire("helped.clerk", Staff.STORE, Role.CLERK);
        enrol(user);

        factor.remove(user);

        assertThat(Visitor.of(application).logIn("helped.clerk", Staff.PASSWORD))
                .isEqualTo("/");
    }

    @Test
    void the_pages_ask_for_the_password_first_and_show_the_recovery_codes_once() throws Exception {
        var user = staff.hire("pages.clerk", Staff.STORE, Role.CLERK);
        var visitor = Visitor.of(application);
        visitor.logIn("pages.clerk", Staff.PASSWORD);

        assertThat(visitor.post("/account/factor", Map.of("current", "wrong")).getStatus())
                .isEqualTo(422);
        assertThat(visitor.get("/account/factor").getRedirectedUrl()).isEqualTo("/account");
        visitor.post("/account/factor", Map.of("current", Staff.PASSWORD));
        var secret = factor.waiting(user).orElseThrow();
        assertThat(visitor.page("/account/factor").replace(" ", "")).contains(secret);
        assertThat(visitor.post("/account/factor/confirm", Map.of("code", "123"))
                        .getStatus())
                .isEqualTo(422);
        var shown = visitor.post("/account/factor/confirm", Map.of("code", new Phone(secret, List.of()).shows()));

        assertThat(shown.getContentAsString()).contains("恢复码", "-");
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        assertThat(visitor.post("/account/factor/confirm", Map.of("code", "123456"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(visitor.page("/account")).contains("还剩 10 个恢复码").doesNotContain(secret);
    }

    @Test
    void neither_secrets_nor_codes_lie_open_in_the_database_or_the_log() {
        var user = staff.hire("sealed.clerk", Staff.STORE, Role.CLERK);
        var phone = enrol(user);
        var code = phone.recoveryCodes().get(0);

        var stored = rows.sql("select encode(secret, 'escape') from second_factor where user_id = ?")
                .param(user)
                .query(String.class)
                .single();
        var logged = String.join(
                "\n",
                rows.sql("select coalesce(before::text, '') || coalesce(after::text, '') from audit_event"
                                + " where subject = 'sealed.clerk'")
                        .query(String.class)
                        .list());
        var hashes = String.join(
                "\n",
                rows.sql("select code_hash from recovery_code where user_id = ?")
                        .param(user)
                        .query(String.class)
                        .list());

        assertThat(stored).doesNotContain(phone.secret());
        assertThat(logged).contains("***").doesNotContain(phone.secret());
        assertThat(hashes).doesNotContain(code, code.replace("-", ""));
    }

    private Phone enrol(UUID user) {
        factor.begin(user);
        var secret = factor.waiting(user).orElseThrow();
        var codes = factor.confirm(user, OneTimeCodes.at(secret, clock.instant().minusSeconds(30)));
        return new Phone(secret, codes);
    }

    private Visitor halfIn(String username) throws Exception {
        var visitor = Visitor.of(application);
        assertThat(visitor.logIn(username, Staff.PASSWORD)).isEqualTo("/login/code");
        return visitor;
    }

    private static String code(Visitor visitor, String code) throws Exception {
        return visitor.post("/login/code", Map.of("code", code)).getRedirectedUrl();
    }

    private static String recovery(Visitor visitor, String code) throws Exception {
        return visitor.post("/login/code", Map.of("recovery", code)).getRedirectedUrl();
    }

    private final class Phone {

        private final String secret;
        private final List<String> recoveryCodes;

        Phone(String secret, List<String> recoveryCodes) {
            this.secret = secret;
            this.recoveryCodes = recoveryCodes;
        }

        String secret() {
            return secret;
        }

        List<String> recoveryCodes() {
            return recoveryCodes;
        }

        String shows() {
            return OneTimeCodes.at(secret, clock.instant());
        }
    }
}
