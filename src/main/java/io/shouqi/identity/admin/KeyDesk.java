package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.identity.ApiToken;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, rotates and revokes API keys. A key's text leaves this class once and is stored nowhere. */
@Service
@Transactional
class KeyDesk {

    private final KeyList keys;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeyDesk(KeyList keys, People people, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a page says about a new key, unchecked.
     *
     * @param scopes READ or WRITE by part of the API
     * @param lastDay the last day on which it works; empty for no end
     */
    record Wanted(
            @Nullable String name,
            @Nullable String user,
            Map<String, String> scopes,
            @Nullable String lastDay) {}

    /** @param text to be shown once */
    record Made(UUID id, String text) {

        @Override
        public String toString() {
            return "key " + id;
        }
    }

    Made make(Actor actor, Wanted wanted) {
        var checks = new Checks();
        var name = checks.required("name", wanted.name(), 60);
        var user = user(actor, wanted.user(), checks);
        var scopes = Scope.of(wanted.scopes());
        if (scopes.isEmpty()) {
            checks.add("scopes", "admin.key.scopes.none");
        }
        var expiresAt = end(wanted.lastDay(), checks);
        checks.refuse();
        return insert(Objects.requireNonNull(name), Objects.requireNonNull(user), scopes, expiresAt);
    }

    private @Nullable UUID user(Actor actor, @Nullable String id, Checks checks) {
        var text = checks.required("user", id, 40);
        if (text == null) {
            return null;
        }
        var user = people.active(actor).stream()
                .map(Person::id)
                .filter(known -> known.toString().equals(text))
                .findFirst();
        if (user.isEmpty()) {
            checks.add("user", "admin.key.user.unknown");
        }
        return user.orElse(null);
    }

    private @Nullable Instant end(@Nullable String lastDay, Checks checks) {
        if (lastDay == null || lastDay.isBlank()) {
            return null;
        }
        var day = checks.date("lastDay", lastDay);
        if (day != null && day.isBefore(BusinessTime.today(clock))) {
            checks.add("lastDay", "admin.key.lastDay.past");
        }
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private Made insert(String name, UUID user, List<Scope> scopes, @Nullable Instant expiresAt) {
        var token = ApiToken.random();
        var id = PersonRows.newId();
        jdbc.sql("""
                        insert into api_key(id, key_hash, hint, name, user_id, scopes, created_at, expires_at)
                        values (:id, :hash, :hint, :name, :user, :scopes, :now, :end)
                        """)
                .param("id", id)
                .param("hash", token.hash())
                .param("hint", token.hint())
                .param("name", name)
                .param("user", user)
                .param("scopes", scopes.stream().map(Scope::code).collect(Collectors.joining(",")))
                .param("now", utc(clock.instant()))
                .param("end", expiresAt == null ? null : utc(expiresAt))
                .update();
        return new Made(id, token.text());
    }

    /**
     * A new key of the same name, scopes and end; the old one works for the grace and no longer.
     *
     * @throws Refusal 409 where the key works no more or was replaced before
     */
    Made rotate(Actor actor, UUID id, Grace grace) {
        var old = keys.managed(actor, lock(id));
        if (old.state() != KeyRow.State.ACTIVE) {
            throw Refusal.conflict("admin.key.over");
        }
        var end = old.expiresAt();
        var made = insert(old.name(), old.userId(), old.scopes(), end == null ? null : end.toInstant());
        var now = clock.instant();
        jdbc.sql("""
                        update api_key set replaced_by = :next,
                          expires_at = least(expires_at, :end::timestamptz),
                          revoked_at = case when :end::timestamptz <= :now::timestamptz then :now::timestamptz end
                         where id = :id
                        """)
                .param("next", made.id())
                .param("end", utc(now.plus(grace.duration())))
                .param("now", utc(now))
                .param("id", id)
                .update();
        return made;
    }

    void revoke(Actor actor, UUID id) {
        keys.managed(actor, lock(id));
        jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
                .params(utc(clock.instant()), id)
                .update();
    }

    /** Takes a revocation back. */
    void restore(Actor actor, UUID id) {
        if (!keys.managed(actor, lock(id)).isRestorable()) {
            throw Refusal.conflict("admin.key.over");
        }
        jdbc.sql("update api_key set revoked_at = null where id = ?").param(id).update();
    }

    /** Two who act on one key follow each other. */
    private UUID lock(UUID id) {
        jdbc.sql("select id from api_key where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return id;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
