package io.shouqi.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.database.Caller;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Verifications that somebody asked for at a page: they run beside everything else, and their answers are kept. */
@Service
public class Verifications {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);
    /** Without a sign of life for so long, the node that ran it is gone. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

    private final Verifier verifier;
    private final VerificationTable table;
    private final DailyAnchor anchor;
    private final AuditTrail trail;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "audit-verifier");
        thread.setDaemon(true);
        return thread;
    });

    Verifications(Verifier verifier, VerificationTable table, DailyAnchor anchor, AuditTrail trail, Clock clock) {
        this.verifier = verifier;
        this.table = table;
        this.anchor = anchor;
        this.trail = trail;
        this.clock = clock;
    }

    /** The newest first. */
    public List<AskedVerification> recent() {
        return Caller.SYSTEM.call(() -> table.recent(clock.instant().minus(SIGN_OF_LIFE)));
    }

    /** Starts one for the caller, unless one is running: it would find the same. */
    public synchronized void start() {
        if (recent().stream().anyMatch(AskedVerification::running)) {
            return;
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        trail.record(new AuditEntry(AuditAction.VERIFIED, null, null, null, "audit_seal", null, null));
        Caller.SYSTEM.run(() -> table.open(id, clock.instant()));
        worker.execute(() -> Caller.SYSTEM.run(() -> run(id)));
    }

    private void run(UUID id) {
        try {
            var answer = verifier.verify(new Progress(id));
            if (answer.intact()) {
                anchor.write();
            } else {
                log.error("the chain of facts does not hold, {} findings: {}", answer.faults(), answer.findings());
            }
            table.finish(id, answer, clock.instant());
        } catch (RuntimeException e) {
            log.error("verification {} could not finish", id, e);
            table.fail(id, e.toString(), clock.instant());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Tells the table once a second, not at each batch. */
    private final class Progress implements Verifier.Watch {

        private static final long EVERY_NANOS = 1_000_000_000L;

        private final UUID id;
        private long told = System.nanoTime() - EVERY_NANOS;

        private Progress(UUID id) {
            this.id = id;
        }

        @Override
        public void walked(long checked, long total) {
            var now = System.nanoTime();
            if (now - told >= EVERY_NANOS) {
                told = now;
                table.walked(id, checked, total, clock.instant());
            }
        }
    }
}
