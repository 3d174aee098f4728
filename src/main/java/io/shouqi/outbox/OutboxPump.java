package io.shouqi.outbox;

import io.shouqi.database.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread a consumer, asleep until something is published, looking once in a while for other nodes' events. */
@Component
public class OutboxPump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxPump.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    /** After a ring, events of the next moment come along in one batch instead of one each. */
    private static final long GATHER_MILLIS = 20;

    private final OutboxStream stream;
    private final List<OutboxConsumer<?>> consumers;
    private final OutboxBell bell;
    private final boolean automatic;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** @param automatic false where tests deliver by hand with {@link #drain} */
    OutboxPump(
            OutboxStream stream,
            List<OutboxConsumer<?>> consumers,
            OutboxBell bell,
            @Value("${shouqi.outbox.automatic:true}") boolean automatic) {
        this.stream = stream;
        this.consumers = consumers;
        this.bell = bell;
        this.automatic = automatic;
    }

    /** Delivers everything that is due now, including what the deliveries publish. */
    public void drain() {
        Caller.SYSTEM.run(this::drainAll);
    }

    private void drainAll() {
        int delivered;
        do {
            delivered = 0;
            for (var consumer : consumers) {
                delivered += stream.drain(consumer);
            }
        } while (delivered > 0);
    }

    @Override
    public void start() {
        running = true;
        if (!automatic) {
            return;
        }
        for (var consumer : consumers) {
            var bellRang = new Semaphore(0);
            bell.wake(consumer.type().getSimpleName(), bellRang::release);
            var thread =
                    new Thread(() -> Caller.SYSTEM.run(() -> pump(consumer, bellRang)), "outbox-" + consumer.name());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void pump(OutboxConsumer<?> consumer, Semaphore bellRang) {
        while (running) {
            try {
                if (stream.drain(consumer) == 0) {
                    if (bellRang.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                        TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                    }
                    bellRang.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // the database is away: the events wait there, and so do we
                log.warn("outbox {} pauses: {}", consumer.name(), e.toString());
                pauseAfterFailure();
            }
        }
    }

    private void pauseAfterFailure() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
