package io.shouqi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When each key was last used, to the minute. A call pays for it once a minute a key, with one small update of its own;
 * a call never fails for it.
 */
@Component
class ApiKeyUse {

    private static final Logger log = LoggerFactory.getLogger(ApiKeyUse.class);
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    ApiKeyUse(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void note(UUID key) {
        var now = clock.instant();
        var before = noted.get(key);
        if (before == null
                ? noted.putIfAbsent(key, now) == null
                : isOver(before, now) && noted.replace(key, before, now)) {
            write(key, now);
        }
    }

    /** Also where the clock was set back: a note from the future counts no more. */
    private static boolean isOver(Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(GRAIN) >= 0;
    }

    /** Other nodes note the same key; one of them writes. Nobody waits for a row that somebody holds. */
    private void write(UUID key, Instant now) {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("""
                            update api_key set last_used_at = :now where id in (
                              select id from api_key
                               where id = :id and (last_used_at is null or last_used_at <= :before)
                                 for no key update skip locked)
                            """)
                    .param("id", key)
                    .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .param("before", OffsetDateTime.ofInstant(now.minus(GRAIN), ZoneOffset.UTC))
                    .update());
        } catch (DataAccessException | TransactionException e) {
            log.warn("the use of API key {} could not be noted", key, e);
        }
    }
}
