package io.shouqi.pricing;

import io.shouqi.database.Caller;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Compiles tables in the background, so that no quote or payment waits for it. */
@Component
class RuleWarmUp {

    private static final Logger log = LoggerFactory.getLogger(RuleWarmUp.class);

    private final RuleVersions versions;
    private final RulesInForce rules;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
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
        worker.execute(() -> Caller.SYSTEM.run(this::compile));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void published(RulesPublished event) {
        worker.execute(() -> Caller.SYSTEM.run(this::compile));
    }

    private void compile() {
        try {
            for (var stored : versions.everyWorkbook()) {
                DecisionTables.find(stored.tableCode()).ifPresent(form -> rules.table(form, stored));
            }
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                log.warn("decision tables are not ready yet; they are compiled when first asked", e);
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
