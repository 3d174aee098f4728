package io.shouqi.outbox;

import io.shouqi.database.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands events to consumers in the order of their transactions, one node at a time for each consumer. Events are read
 * only below the oldest running transaction, so none that commits late is skipped.
 */
@Component
class OutboxStream {

    private static final Logger log = LoggerFactory.getLogger(OutboxStream.class);
    private static final int BATCH = 200;
    /** After this many failures an event waits for a person. */
    static final int MOST_ATTEMPTS = 14;

    private static final Duration SHORT_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate lease;
    private final TransactionTemplate delivery;

    OutboxStream(JdbcClient jdbc, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.lease = new TransactionTemplate(transactions);
        this.delivery = new TransactionTemplate(transactions);
        delivery.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return how many events were delivered or put aside; 0 when there was nothing to do or another node is at it */
    int drain(OutboxConsumer<?> consumer) {
        var done = lease.execute(status -> own(consumer.name()) ? retries(consumer) + fresh(consumer) : 0);
        return done == null ? 0 : done;
    }

    /** An advisory lock holds no transaction id, so a slow consumer does not hold back the others' horizon. */
    private boolean own(String consumer) {
        return jdbc.sql("select pg_try_advisory_xact_lock(74120, hashtext(?))")
                .param(consumer)
                .query(Boolean.class)
                .single();
    }

    private int fresh(OutboxConsumer<?> consumer) {
        var events = jdbc.sql("""
                        select o.id, o.tx::text as tx, o.payload, 0 as attempts
                          from outbox o left join outbox_cursor c on c.consumer = :consumer
                         where o.topic = :topic
                           and (o.tx, o.id) > (coalesce(c.tx, '0'::xid8), coalesce(c.id, 0))
                           and o.tx < pg_snapshot_xmin(pg_current_snapshot())
                         order by o.tx, o.id limit :batch
                        """)
                .param("consumer", consumer.name())
                .param("topic", consumer.type().getSimpleName())
                .param("batch", BATCH)
                .query(Stored.class)
                .list();
        if (events.isEmpty()) {
            return 0;
        }
        events.forEach(event -> attempt(consumer, event));
        var last = events.get(events.size() - 1);
        jdbc.sql("""
                        insert into outbox_cursor(consumer, tx, id) values (:consumer, cast(:tx as xid8), :id)
                        on conflict (consumer) do update set tx = excluded.tx, id = excluded.id
                        """)
                .param("consumer", consumer.name())
                .param("tx", last.tx())
                .param("id", last.id())
                .update();
        return events.size();
    }

    private int retries(OutboxConsumer<?> consumer) {
        List<Stored> due = jdbc.sql("""
                        select o.id, o.tx::text as tx, o.payload, r.attempts
                          from outbox_retry r join outbox o on o.id = r.event_id
                         where r.consumer = :consumer and r.attempts < :most and r.next_at <= :now
                         order by r.next_at limit :batch
                        """)
                .param("consumer", consumer.name())
                .param("most", MOST_ATTEMPTS)
                .param("now", now())
                .param("batch", BATCH)
                .query(Stored.class)
                .list();
        due.forEach(event -> attempt(consumer, event));
        return due.size();
    }

    private <E extends OutboxEvent> void attempt(OutboxConsumer<E> consumer, Stored event) {
        try {
            var content = json.readValue(event.payload(), consumer.type());
            // what one company's event causes stays in that company
            Caller.system(content.company())
                    .run(() -> delivery.executeWithoutResult(status -> deliver(consumer, event, content)));
        } catch (NotYet e) {
            putAside(consumer, event, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn("{} could not take event {}, attempt {}", consumer.name(), event.id(), event.attempts() + 1, e);
            putAside(consumer, event, e.toString());
        }
    }

    private <E extends OutboxEvent> void deliver(OutboxConsumer<E> consumer, Stored event, E content) {
        consumer.accept(content);
        if (event.attempts() > 0) {
            jdbc.sql("delete from outbox_retry where consumer = ? and event_id = ?")
                    .params(consumer.name(), event.id())
                    .update();
        }
    }

    private void putAside(OutboxConsumer<?> consumer, Stored event, String error) {
        jdbc.sql("""
                        insert into outbox_retry(consumer, event_id, attempts, next_at, error)
                        values (:consumer, :id, 1, :next, :error)
                        on conflict (consumer, event_id) do update
                          set attempts = outbox_retry.attempts + 1, next_at = excluded.next_at, error = excluded.error
                        """)
                .param("consumer", consumer.name())
                .param("id", event.id())
                .param("next", now().plus(pause(event.attempts())))
                .param("error", error.substring(0, Math.min(error.length(), 500)))
                .update();
    }

    static Duration pause(int attempts) {
        var pause = SHORT_PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Stored(long id, String tx, String payload, int attempts) {}
}
