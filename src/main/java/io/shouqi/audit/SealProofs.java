package io.shouqi.audit;

import io.shouqi.database.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves for a single fact that it is in the chain, by doing at that moment what the verifier does for all. */
@Service
public class SealProofs {

    private final SealBook book;
    private final FactTables facts;
    private final ChainLinks links;
    private final TransactionTemplate reading;

    SealProofs(SealBook book, FactTables facts, ChainLinks links, PlatformTransactionManager transactions) {
        this.book = book;
        this.facts = facts;
        this.links = links;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * @param position in the chain, from 1
     * @param holds whether the fact is what was sealed, and its link was made with the key
     */
    public record SealProof(long position, Instant sealedAt, boolean holds) {}

    /** @return empty while the fact waits for its seal, for about a second */
    public Optional<SealProof> of(String source, String key) {
        return Caller.SYSTEM.call(
                () -> reading.execute(status -> book.of(source, key).map(this::prove)));
    }

    private SealProof prove(Seal seal) {
        var fact = facts.byKey(seal.source(), List.of(seal.key())).get(seal.key());
        var before = book.chainAt(seal.position() - 1);
        var holds = fact != null && fact.digest().equals(seal.digest()) && before != null && links.holds(before, seal);
        return new SealProof(seal.position(), seal.sealedAt(), holds);
    }
}
