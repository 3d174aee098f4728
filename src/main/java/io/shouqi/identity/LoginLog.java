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

    private static final String NOBODY_YET = "login";

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
        at(address).run(() -> trail.recordApart(AuditEntry.loginFailed(company, name, why.name())));
    }

    /** A name that nobody has may be a password that went into the wrong field. */
    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length())))) + "…";
    }

    void cameIn(Users.Account account, String address) {
        at(address)
                .run(() -> trail.record(
                        AuditEntry.loggedIn(account.company(), store(account), person(account), account.username())));
    }

    void wentOut(Users.Account account, String address) {
        at(address)
                .run(() -> trail.record(
                        AuditEntry.loggedOut(account.company(), store(account), person(account), account.username())));
    }

    /** By the caller: one's own sessions, or an administrator those of somebody else. */
    void sessionsEnded(UUID user, Ended which) {
        var username = jdbc.sql("select username from app_user where id = ?")
                .param(user)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("user.unknown"));
        trail.record(entry(AuditAction.SESSIONS_ENDED, username, which.name()));
    }

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
    private static Caller at(String address) {
        return new Caller(Reach.EVERYTHING, null, NOBODY_YET, null, Caller.Via.PAGE, address);
    }
}
