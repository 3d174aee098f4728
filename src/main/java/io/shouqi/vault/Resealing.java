package io.shouqi.vault;

import io.shouqi.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves rows from older keys to the current ones while everybody works, and notes which keys no row needs any more, so
 * that they can be retired.
 */
@Component
class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final Keys keys;
    private final KeyRegister register;
    private final Reseal reseal;
    private final ObjectProvider<SealedRows> tables;
    private final JdbcClient jdbc;
    private final TransactionTemplate lease;

    Resealing(
            Keys keys,
            KeyRegister register,
            Reseal reseal,
            ObjectProvider<SealedRows> tables,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.keys = keys;
        this.register = register;
        this.reseal = reseal;
        this.tables = tables;
        this.jdbc = jdbc;
        this.lease = new TransactionTemplate(transactions);
    }

    /** Looks through all rows for as long as there are older keys; one node at a time. */
    @Scheduled(fixedDelayString = "${shouqi.vault.reseal-every:PT1M}")
    void pass() {
        Caller.SYSTEM.run(this::passAll);
    }

    private void passAll() {
        keys.look();
        var ring = keys.ring();
        if (KeyRegister.ROTATING.stream().allMatch(keyset -> ring.older(keyset).isEmpty())) {
            return;
        }
        lease.executeWithoutResult(status -> {
            if (own()) {
                move(ring);
            }
        });
    }

    private boolean own() {
        return jdbc.sql("select pg_try_advisory_xact_lock(74121, 0)")
                .query(Boolean.class)
                .single();
    }

    private void move(Keyring ring) {
        var moved = 0;
        var left = 0L;
        for (var rows : tables.orderedStream().toList()) {
            moved += reseal.all(rows, ring);
            left += reseal.left(rows, ring);
        }
        register.noteUse(ring, left);
        if (moved > 0 || left > 0) {
            log.info("{} rows were sealed again under the current keys, {} are left under older ones", moved, left);
        }
    }
}
