package io.shouqi.audit;

import io.shouqi.database.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains what was committed, one node at a time. Not in the transaction of the money: the chain is one queue, and every
 * payment would stand in it.
 */
@Service
public class Sealer {

    private static final int BATCH = 2000;

    private final FactTables facts;
    private final SealBook book;
    private final ChainLinks links;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(FactTables facts, SealBook book, ChainLinks links, Clock clock, PlatformTransactionManager transactions) {
        this.facts = facts;
        this.book = book;
        this.links = links;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Seals all that is due now.
     *
     * @return how many facts; 0 also while another node is at it
     */
    public long seal() {
        var sealed = 0L;
        int more;
        do {
            more = Caller.SYSTEM.call(this::pass);
            sealed += more;
        } while (more > 0);
        return sealed;
    }

    private int pass() {
        var sealed = transaction.execute(status -> book.own() ? sealBatch() : 0);
        return sealed == null ? 0 : sealed;
    }

    /** The lock is held, so the last link stays the last until this transaction ends. */
    private int sealBatch() {
        var now = clock.instant();
        var last = book.last().orElse(Seal.START);
        var seals = new ArrayList<Seal>();
        for (var source : facts.sources()) {
            var due = facts.unsealed(source, BATCH);
            if (due.isEmpty()) {
                continue;
            }
            var added = link(last, source.source(), due, now);
            last = added.get(added.size() - 1);
            seals.addAll(added);
            book.moveCursor(source.source(), due.get(due.size() - 1));
        }
        if (!seals.isEmpty()) {
            book.add(seals);
        }
        return seals.size();
    }

    private List<Seal> link(Seal last, String source, List<Fact> due, Instant now) {
        var seals = new ArrayList<Seal>(due.size());
        var before = last;
        for (var fact : due) {
            before = links.next(before, source, fact, now);
            seals.add(before);
        }
        return seals;
    }
}
