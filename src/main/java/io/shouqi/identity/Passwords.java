package io.shouqi.identity;

import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of people: chosen by themselves by the rules, or given by somebody who does not keep them. */
@Service
public class Passwords {

    private static final List<String> PRODUCT = List.of("收讫", "shouqi");

    private final JdbcClient jdbc;
    private final Users users;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final Sessions sessions;

    Passwords(
            JdbcClient jdbc,
            Users users,
            PasswordRules rules,
            PasswordEncoder encoder,
            LoginThrottle throttle,
            Sessions sessions) {
        this.jdbc = jdbc;
        this.users = users;
        this.rules = rules;
        this.encoder = encoder;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * Asks for the password again before something that a borrowed screen must not do. Wrong ones count as at the login.
     *
     * @throws Refusal naming the field {@code current}
     */
    void confirm(UUID user, String current) {
        var account = account(user);
        if (!throttle.admit(account.username()) || !encoder.matches(current, account.passwordHash())) {
            throw Refusal.invalid("current", "password.current.wrong");
        }
        throttle.clear(account.username());
    }

    /**
     * Every other session of that person ends.
     *
     * @param here id of the session that stays
     * @throws Refusal naming every rule the password breaks
     */
    @Transactional
    public void choose(UUID user, NewPassword chosen, String here) {
        var account = account(user);
        var checks = new Checks();
        rules.check(chosen.password(), words(account), checks);
        if (encoder.matches(chosen.password(), account.passwordHash())) {
            checks.add("password", "password.same");
        }
        if (!chosen.password().equals(chosen.repeated())) {
            checks.add("repeated", "password.repeated");
        }
        checks.refuse();
        jdbc.sql("update app_user set password_hash = ?, must_change_password = false where id = ?")
                .params(hash(chosen.password()), user)
                .update();
        sessions.endOthers(user, here);
    }

    /**
     * A password for whoever has forgotten the own one: every session ends, a locked name is opened, and at the next
     * login an own password must be chosen.
     *
     * @return to be told once and kept nowhere
     */
    @Transactional
    public String giveTemporary(UUID user) {
        var temporary = RandomText.ofLength(12);
        var username = jdbc.sql("update app_user set password_hash = ?, must_change_password = true where id = ?"
                        + " returning username")
                .params(hash(temporary), user)
                .query(String.class)
                .optional()
                .orElseThrow(Passwords::unknown);
        throttle.clear(username);
        sessions.endAll(user);
        return temporary;
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** What somebody who wants to get in tries first. */
    private List<String> words(Users.Account account) {
        var words = new ArrayList<>(PRODUCT);
        words.add(account.username());
        words.add(account.name());
        words.addAll(jdbc.sql("select name from organisation_unit where company = ? and code in (?, ?)")
                .params(account.company(), account.company(), account.unit())
                .query(String.class)
                .list());
        return words;
    }

    private Users.Account account(UUID user) {
        return users.accountOf(user).orElseThrow(Passwords::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown("user.unknown");
    }
}
