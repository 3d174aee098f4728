package io.shouqi.pricing;

import io.shouqi.database.Caller;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks every second whether some node published, and compiles beside the quotes, so that none of them waits for it. */
@Component
class RuleWarmUp {

    private static final Logger log = LoggerFactory.getLogger(RuleWarmUp.class);
    private static final long EVERY_MILLIS = 1000;

    private final RuleVersions versions;
    private final RulesInForce rules;
    /** How many publications this node has taken over. */
    private long takenOver = -1;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    });

    RuleWarmUp(RuleVersions versions, RulesInForce rules) {
        this.versions = versions;
        this.rules = rules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        var unused = worker.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void published(RulesPublished event) {
        worker.execute(this::look);
    }

    private void look() {
        try {
            Caller.SYSTEM.run(this::takeOver);
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                log.warn("decision tables are not ready yet; they are compiled when first asked", e);
            }
        }
    }

    private void takeOver() {
        var now = System.nanoTime();
        if (versions.countPublished() == takenOver) {
            rules.stillFresh(now);
            return;
        }
        var all = versions.everyPublished();
        rules.takeOver(all, now);
        takenOver = all.size();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
