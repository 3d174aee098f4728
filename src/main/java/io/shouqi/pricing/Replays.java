package io.shouqi.pricing;

import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.ReplayTable.Asked;
import io.shouqi.pricing.ReplayTable.Purpose;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.PageAsk;
import io.shouqi.shared.PageCursor;
import io.shouqi.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a version would have cost the contracts of a period. Kept with the version, for the workbook as it was then. */
@Service
@Transactional(readOnly = true)
public class Replays {

    /** A page of contracts, and no more parts than these. */
    public static final int MOST = 200;

    private static final String ORDER = "MOVED";

    private final RuleTables tables;
    private final RuleReviews reviews;
    private final ReplayTable table;
    private final ReplayRunner runner;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "rule-replay");
        thread.setDaemon(true);
        return thread;
    });

    Replays(RuleTables tables, RuleReviews reviews, ReplayTable table, ReplayRunner runner, Clock clock) {
        this.tables = tables;
        this.reviews = reviews;
        this.table = table;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * Starts one in the background; {@link #current} tells how far it is.
     *
     * @param from the first day of signing; null for the last three months
     * @param to null for today
     * @throws Refusal naming the cells that are wrong, or days out of order
     */
    @Transactional
    public Replay start(Actor actor, String tableCode, int version, @Nullable LocalDate from, @Nullable LocalDate to) {
        var stored = tables.find(actor.company(), tableCode, Integer.toString(version));
        requireSound(stored);
        var asked = open(stored, from, to, actor.name());
        afterCommit(() -> worker.execute(() -> runner.run(asked)));
        return table.last(stored, Purpose.DRAFT).orElseThrow();
    }

    private Asked open(StoredVersion version, @Nullable LocalDate from, @Nullable LocalDate to, String by) {
        var last = to == null ? BusinessTime.today(clock) : to;
        var first = from == null ? last.minusMonths(3).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw Refusal.invalid("to", "rules.replay.days");
        }
        return table.open(version, Purpose.DRAFT, first, last, by);
    }

    private void requireSound(StoredVersion version) {
        if (reviews.of(version).stream().anyMatch(Mistake::isError)) {
            throw Refusal.conflict("rules.mistakes", version.title(), version.version());
        }
    }

    /** The last replay of the version's workbook as it is now; a draft that changed since has none. */
    public Optional<Replay> current(String company, String tableCode, int version) {
        return table.last(tables.find(company, tableCode, Integer.toString(version)), Purpose.DRAFT);
    }

    /** Where the money of a replay falls, the most first. */
    public List<ReplayPart> parts(UUID replay, ReplayPart.Kind kind) {
        return table.parts(replay, kind, MOST);
    }

    /** The contracts that change, those that change most first. */
    public record Page(List<ReplayCase> items, @Nullable String nextCursor) {}

    public Page cases(UUID replay, PageAsk ask) {
        var size = ask.size(MOST);
        var after = ask.after(ORDER);
        var moved = after == null ? null : moved(after);
        var found = table.cases(replay, moved, after == null ? "" : after.number(), size + 1);
        if (found.size() <= size) {
            return new Page(found, null);
        }
        var items = found.subList(0, size);
        var last = items.get(size - 1);
        var cursor = new PageCursor(ORDER, Long.toString(last.moved().fen()), last.contractNo());
        return new Page(items, cursor.toString());
    }

    private static long moved(PageCursor cursor) {
        try {
            return Long.parseLong(cursor.value());
        } catch (NumberFormatException e) {
            throw PageCursor.unknown();
        }
    }

    /** The replay a review goes by: the last one where it is of this workbook, else one of the last three months. */
    @Transactional
    Replay forReview(StoredVersion version) {
        var last = table.last(version, Purpose.DRAFT).filter(replay -> replay.state() == Replay.State.DONE);
        if (last.isEmpty()) {
            runner.run(open(version, null, null, version.authorName()));
        }
        return last.or(() -> table.last(version, Purpose.DRAFT))
                .filter(replay -> replay.state() == Replay.State.DONE)
                .orElseThrow(() -> new IllegalStateException("no replay of version " + version.id()));
    }

    /** What a version changes in the past it is valid for; looked at as soon as it is published. */
    @Transactional
    void retroactive(StoredVersion version, String by) {
        var today = BusinessTime.today(clock);
        afterCommit(() -> worker.execute(() -> Caller.system(version.company())
                .run(() -> runner.run(table.open(version, Purpose.RETROACTIVE, version.validFrom(), today, by)))));
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Until all that was asked for so far is done. */
    void awaitAll() {
        CompletableFuture.runAsync(() -> {}, worker).join();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
