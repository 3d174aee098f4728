package io.shouqi.audit;

import io.shouqi.audit.Finding.Kind;
import io.shouqi.database.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks the chain from its first link and compares every fact with what was sealed, in batches of short transactions.
 * What is written meanwhile does not disturb it: facts and links never change.
 */
@Service
public class Verifier {

    private static final int BATCH = 2000;

    private final FactTables facts;
    private final SealBook book;
    private final ChainLinks links;
    private final AnchorFiles anchors;
    private final TransactionTemplate reading;

    Verifier(
            FactTables facts,
            SealBook book,
            ChainLinks links,
            AnchorFiles anchors,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.book = book;
        this.links = links;
        this.anchors = anchors;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Hears how far a verification is. */
    public interface Watch {
        void walked(long checked, long total);
    }

    public Verification verify(Watch watch) {
        return Caller.SYSTEM.call(() -> {
            var kept = anchors.read();
            var end = read(() -> book.last().orElse(Seal.START)).position();
            var findings = new Findings();
            kept.unreadable().forEach(at -> findings.add(Finding.unreadable(at)));
            var checked = walk(end, new AnchorsAlong(kept.anchors(), findings), findings, watch);
            facts.sources().forEach(source -> intruders(source, findings));
            return findings.answer(checked, waiting());
        });
    }

    private long walk(long end, AnchorsAlong anchored, Findings findings, Watch watch) {
        var before = Seal.START;
        var checked = 0L;
        while (before.position() < end) {
            var after = before;
            var batch = read(() -> batch(after.position(), end));
            for (var seal : batch.seals()) {
                check(before, seal, batch, findings);
                anchored.passed(seal);
                before = seal;
            }
            checked += batch.seals().size();
            watch.walked(checked, end);
        }
        anchored.ended();
        return checked;
    }

    /** A broken link says nothing reliable about its fact, so it is the one finding. */
    private void check(Seal before, Seal seal, Batch batch, Findings findings) {
        if (seal.position() != before.position() + 1) {
            findings.add(Finding.of(Kind.GAP, seal));
        } else if (!links.holds(before.chain(), seal)) {
            findings.add(Finding.of(Kind.BROKEN, seal));
            return;
        }
        var fact = batch.fact(seal);
        if (fact == null) {
            findings.add(Finding.of(Kind.MISSING, seal));
        } else if (!fact.digest().equals(seal.digest())) {
            findings.add(Finding.changed(seal, fact));
        }
    }

    private Batch batch(long after, long end) {
        var seals = book.between(after, end, BATCH);
        var bySource = new TreeMap<String, List<String>>();
        seals.forEach(seal ->
                bySource.computeIfAbsent(seal.source(), s -> new ArrayList<>()).add(seal.key()));
        var found = new HashMap<String, Map<String, Fact>>();
        bySource.forEach((source, keys) -> found.put(source, facts.byKey(source, keys)));
        return new Batch(seals, found);
    }

    /** @param facts those that are there, by source and key */
    private record Batch(List<Seal> seals, Map<String, Map<String, Fact>> facts) {

        @Nullable
        Fact fact(Seal seal) {
            return facts.getOrDefault(seal.source(), Map.of()).get(seal.key());
        }
    }

    private void intruders(SealedFacts source, Findings findings) {
        for (var fact : read(() -> facts.inserted(source, Findings.NAMED + 1))) {
            findings.add(Finding.inserted(source.source(), fact));
        }
        for (var key : read(() -> facts.strays(source, Findings.NAMED + 1))) {
            findings.add(Finding.stray(source.source(), key));
        }
    }

    private long waiting() {
        return facts.sources().stream()
                .mapToLong(source -> read(() -> facts.countWaiting(source)))
                .sum();
    }

    private <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }
}
