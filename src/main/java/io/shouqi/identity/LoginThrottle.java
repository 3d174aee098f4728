package io.shouqi.identity;

import io.shouqi.database.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Locks a name after five attempts without success: for a minute, then twice as long with each further one, up to an
 * hour. An attempt is counted before it is checked, so that many at once are not more than many in a row; while a name
 * is locked none is let through or counted. A day without an attempt wipes the slate.
 */
@Service
public class LoginThrottle {

    private static final int FREE = 5;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final String ADMIT = """
            insert into login_throttle as t (name_hash, attempts, tried_at) values (:name, 1, :now)
            on conflict (name_hash) do update set
              attempts = case when t.tried_at < :forgotten then 1 else t.attempts + 1 end,
              tried_at = :now,
              locked_until = case when t.tried_at >= :forgotten and t.attempts + 1 >= :free
                then cast(:now as timestamptz) + least(interval '1 hour',
                       interval '1 minute' * power(2, least(t.attempts + 1 - :free, 10))) end
            where t.locked_until is null or t.locked_until <= :now
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @return whether the attempt may be checked at all; it counts as failed until {@link #clear} */
    boolean admit(String username) {
        var now = OffsetDateTime.now(clock);
        return update(jdbc.sql(ADMIT)
                        .param("name", hash(username))
                        .param("now", now)
                        .param("forgotten", now.minus(FORGOTTEN_AFTER))
                        .param("free", FREE))
                == 1;
    }

    /** After a login, or where an administrator opens a name again. */
    public void clear(String username) {
        update(jdbc.sql("delete from login_throttle where name_hash = ?").param(hash(username)));
    }

    /** Strangers who try many names leave no heap behind. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        update(jdbc.sql("delete from login_throttle where tried_at < ?")
                .param(OffsetDateTime.now(clock).minus(FORGOTTEN_AFTER)));
    }

    /** Whoever asks, the product itself counts; what is counted stays, although what was attempted is undone. */
    private int update(JdbcClient.StatementSpec statement) {
        return Objects.requireNonNull(Caller.SYSTEM.call(() -> apart.execute(status -> statement.update())));
    }

    /** Names of strangers are nobody's business; a hash is as short as the next. */
    private static String hash(String username) {
        return ApiKeys.hash(username);
    }
}
