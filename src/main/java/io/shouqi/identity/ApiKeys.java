package io.shouqi.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of business and finance systems; only their hash is stored, and each acts for a named user. */
@Service
class ApiKeys {

    private final JdbcClient jdbc;
    private final Users users;
    private final ApiKeyUse use;
    private final TransactionTemplate reading;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Users users, ApiKeyUse use, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.use = use;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.clock = clock;
    }

    /** The authentication a key stands for; empty where nobody has it, or has it no more. */
    Optional<KeyAuthentication> find(String key) {
        var known = Objects.requireNonNull(reading.execute(status ->
                stored(key).flatMap(stored -> users.byId(stored.userId()).map(actor -> new Known(stored, actor)))));
        known.ifPresent(found -> use.note(found.key().id()));
        return known.map(found ->
                new KeyAuthentication(found.actor(), Set.of(found.key().scopes().split(","))));
    }

    private Optional<Stored> stored(String key) {
        return jdbc.sql("""
                        select id, user_id, scopes from api_key
                         where key_hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)
                        """)
                .param("hash", hash(key))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Stored.class)
                .optional();
    }

    private record Stored(UUID id, UUID userId, String scopes) {}

    private record Known(Stored key, Actor actor) {}

    /** As stored; also the handle of anything else that is long and random. */
    static String hash(String text) {
        return new ApiToken(text).hash();
    }
}
