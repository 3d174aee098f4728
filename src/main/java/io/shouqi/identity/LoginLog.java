package io.shouqi.identity;

import io.shouqi.audit.AuditAction;
import io.shouqi.audit.AuditEntry;
import io.shouqi.audit.AuditTrail;
import io.shouqi.database.Caller;
import io.shouqi.database.Reach;
import io.shouqi.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything about coming in and going out that leaves no changed row behind. New passwords, factors and leaves do, and
 * are written down by the database.
 */
@Component
class LoginLog {

    private static final String NOBODY = "—";

    /** Which of somebody's sessions. */
    enum Ended {
        ONE,
        OTHERS,
        ALL
    }

    private final AuditTrail trail;
    private final Stores stores;
    private final JdbcClient jdbc;

    LoginLog(AuditTrail trail, Stores stores, JdbcClient jdbc) {
        this.trail = trail;
        this.stores = stores;
        this.jdbc = jdbc;
    }

    void failed(String username, Optional<Users.Account> account, LoginFailure why, String address) {
        var company = account.map(Users.Account::company).orElse(null);
        var name = account.map(Users.Account::username).orElseGet(() -> beginning(username));
        var typed = account.map(Users.Account::username).orElse(NOBODY);
        at(address, typed).run(() -> trail.recordApart(AuditEntry.loginFailed(company, name, why.name())));
    }

    /** A name that nobody has may be a password that went into the wrong field. */
    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length())))) + "…";
    }

    void cameIn(Users.Account account, Arrival arrival) {
        at(arrival.address(), account.name())
                .run(() -> trail.record(AuditEntry.loggedIn(
                        account.company(),
                        store(account),
                        person(account),
                        account.username(),
                        arrival.proof().text())));
    }

    void wentOut(Users.Account account, String address) {
        at(address, account.name())
                .run(() -> trail.record(
                        AuditEntry.loggedOut(account.company(), store(account), person(account), account.username())));
    }

    /** By the caller: one's own sessions, or an administrator those of somebody else. */
    void sessionsEnded(UUID user, Ended which) {
        var whose = whose(user);
        trail.record(new AuditEntry(
                AuditAction.SESSIONS_ENDED, whose.company(), null, null, "login", whose.username(), which.name()));
    }

    /** By the caller: one event for all the codes together. */
    void recoveryCodesRenewed(UUID user, int howMany) {
        var whose = whose(user);
        trail.record(new AuditEntry(
                AuditAction.RECOVERY_CODES_RENEWED,
                whose.company(),
                null,
                null,
                "recovery_code",
                whose.username(),
                String.valueOf(howMany)));
    }

    private Whose whose(UUID user) {
        return jdbc.sql("select username, company from app_user where id = ?")
                .param(user)
                .query(Whose.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("user.unknown"));
    }

    private record Whose(String username, String company) {}

    /** By the caller, from now on or until now. */
    void deputyBegan(Actor self, Actor.Absent absent) {
        trail.record(entry(AuditAction.DEPUTY_BEGAN, self.username(), absent.name()));
    }

    void deputyEnded(Actor self, Actor.Absent absent) {
        trail.record(entry(AuditAction.DEPUTY_ENDED, self.username(), absent.name()));
    }

    private static AuditEntry entry(AuditAction action, String subject, String detail) {
        return new AuditEntry(action, null, null, null, "login", subject, detail);
    }

    private @Nullable String store(Users.Account account) {
        return stores.find(account.company(), account.unit()).isPresent() ? account.unit() : null;
    }

    private static AuditEntry.Person person(Users.Account account) {
        return new AuditEntry.Person(account.id(), account.name());
    }

    /** Who is not in yet, or not any more, has no roles but an address. */
    private static Caller at(String address, String name) {
        return new Caller(Reach.EVERYTHING, null, name, null, Caller.Via.PAGE, address);
    }
}
