package io.shouqi.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShouqiTest
class OutboxStreamTest {

    record Rang(String company, String bell) implements OutboxEvent {}

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxStream stream;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void standStill() {
        clock.set(clock.instant());
        // what earlier tests published is not for these consumers
        stream.drain(consumer(e -> {}));
        heard.clear();
    }

    @Test
    void an_event_is_delivered_once_and_in_order() {
        publish("one");
        publish("two");
        var consumer = consumer(e -> {});
        stream.drain(consumer);
        stream.drain(consumer);

        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void an_event_of_a_transaction_that_rolled_back_never_was() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.publish(new Rang("TT", "never"));
            status.setRollbackOnly();
        });
        stream.drain(consumer(e -> {}));

        assertThat(heard).isEmpty();
    }

    @Test
    void an_event_that_commits_late_is_not_skipped_by_those_that_overtook_it() throws Exception {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var pool = AsSystem.pool(1);
        var slow = pool.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.publish(new Rang("TT", "slow"));
            written.countDown();
            await(commit);
        }));
        await(written);
        publish("fast");
        var consumer = consumer(e -> {});
        stream.drain(consumer);
        assertThat(heard).as("nothing above a running transaction is read").isEmpty();

        commit.countDown();
        slow.get(30, TimeUnit.SECONDS);
        pool.shutdown();
        stream.drain(consumer);
        assertThat(heard).containsExactly("slow", "fast");
    }

    @Test
    void a_poisoned_event_is_retried_with_pauses_while_its_neighbours_go_on() {
        publish("poison");
        publish("neighbour");
        var consumer = consumer(e -> {
            if (e.bell().equals("poison") && heard.size() < 4) {
                throw new IllegalStateException("not today");
            }
        });
        stream.drain(consumer);
        assertThat(heard).containsExactly("poison", "neighbour");

        stream.drain(consumer);
        assertThat(heard).as("not again before its pause is over").hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        stream.drain(consumer);
        clock.advance(Duration.ofMinutes(1));
        stream.drain(consumer);
        clock.advance(Duration.ofMinutes(1));
        stream.drain(consumer);
        assertThat(heard).containsExactly("poison", "neighbour", "poison", "poison");
    }

    @Test
    void an_event_that_can_never_be_taken_waits_for_a_person_after_bounded_retries() {
        publish("poison");
        var consumer = consumer(e -> {
            throw new IllegalStateException("never");
        });
        for (var i = 0; i < 2 * OutboxStream.MOST_ATTEMPTS; i++) {
            stream.drain(consumer);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(heard).hasSize(OutboxStream.MOST_ATTEMPTS);
        assertThat(jdbc.sql("select error from outbox_retry where consumer = ?")
                        .param(consumer.name())
                        .query(String.class)
                        .single())
                .contains("never");
    }

    private final String name = "test-" + UUID.randomUUID();

    private OutboxConsumer<Rang> consumer(Consumer<Rang> work) {
        return new OutboxConsumer<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Class<Rang> type() {
                return Rang.class;
            }

            @Override
            public void accept(Rang event) {
                heard.add(event.bell());
                work.accept(event);
            }
        };
    }

    private void publish(String bell) {
        new TransactionTemplate(transactions).executeWithoutResult(s -> outbox.publish(new Rang("TT", bell)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
