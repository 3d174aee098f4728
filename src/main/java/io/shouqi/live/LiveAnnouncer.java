package io.shouqi.live;

import io.shouqi.database.Caller;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says on PostgreSQL's channel what changed: at once after a quiet time, else gathered, a few times a second at most.
 * PostgreSQL lets one transaction with a notification commit at a time in the whole database, so it is never one that
 * carries money. What a killed node had not said yet, pages find by looking.
 */
@Component
class LiveAnnouncer {

    static final String CHANNEL = "shouqi_live";

    private static final Logger log = LoggerFactory.getLogger(LiveAnnouncer.class);
    private static final long GATHER_MILLIS = 250;
    private static final long AFTER_FAILURE_MILLIS = 2000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Set<News> waiting = new LinkedHashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var announcing = new Thread(work, "live-announcer");
        announcing.setDaemon(true);
        return announcing;
    });
    private boolean planned;
    private long saidAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);

    LiveAnnouncer(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    synchronized void tell(Set<News> news) {
        if (waiting.addAll(news) && !planned) {
            plan(GATHER_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - saidAt));
        }
    }

    private synchronized void plan(long millis) {
        try {
            var unused = thread.schedule(this::say, Math.max(0, millis), TimeUnit.MILLISECONDS);
            planned = true;
        } catch (RejectedExecutionException e) {
            // this node goes down; its pages ask another one
            waiting.clear();
        }
    }

    /** In the order it was told. */
    private synchronized List<News> take() {
        planned = false;
        saidAt = System.nanoTime();
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private void say() {
        var news = take();
        try {
            Caller.SYSTEM.run(() -> send(news));
        } catch (RuntimeException e) {
            log.warn("news wait for the database: {}", e.toString());
            again(news);
        }
    }

    private synchronized void again(List<News> news) {
        waiting.addAll(news);
        if (!planned) {
            plan(AFTER_FAILURE_MILLIS);
        }
    }

    private void send(List<News> news) {
        jdbc.sql("select count(pg_notify(:channel, said)) from unnest(:news::text[]) said")
                .param("channel", CHANNEL)
                .param("news", news.stream().map(json::writeValueAsString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
