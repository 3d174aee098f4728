package io.shouqi.pricing;

import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The table that holds on a day, compiled and kept. What this node publishes it knows at once; what others publish is
 * compiled beside the quotes that go on ({@link RuleWarmUp}) and then taken over as a whole. A node that has not looked
 * for a while looks first.
 */
@Component
class RulesInForce {

    /** Older than this, nobody looks after the lists, and a quote looks for itself. */
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    /** While what is new is being compiled, quotes go on with what there is. */
    private static final long FRESH_NANOS_MEANWHILE = Duration.ofSeconds(5).toNanos();

    private static final Logger log = LoggerFactory.getLogger(RulesInForce.class);

    /** A compiled table and the number of its version. */
    record Version(int version, DecisionTable table) {}

    private record Key(String company, String table) {}

    /** @param readAt when the reading began */
    private record Known(List<StoredVersion> versions, long readAt) {}

    private final RuleVersions versions;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    /** When this node published last: a reading that began before does not count. */
    private final Map<Key, Long> published = new ConcurrentHashMap<>();

    private volatile boolean compiling;
    private final CompiledTables compiled;

    RulesInForce(RuleVersions versions) {
        this.versions = versions;
        this.compiled = new CompiledTables(versions);
    }

    /** @throws Refusal where the company had no such table that day */
    Version on(TableForm form, String company, LocalDate day) {
        return on(form, company, day, null);
    }

    /**
     * By what was published until a moment.
     *
     * @param knownAt null for everything that is published now
     * @throws Refusal where the company had no such table that day
     */
    Version on(TableForm form, String company, LocalDate day, @Nullable Instant knownAt) {
        var stored = find(form, company, day, knownAt);
        return new Version(stored.version(), compiled.of(form, stored));
    }

    /** @throws Refusal where the company had no such table that day */
    StoredVersion find(TableForm form, String company, LocalDate day, @Nullable Instant knownAt) {
        return versionsOf(company, form).stream()
                .filter(version -> !version.validFrom().isAfter(day) && version.knownAt(knownAt))
                .max(StoredVersion.PRECEDENCE)
                .orElseThrow(() -> Refusal.invalid("signedOn", "pricing.table.none", form.title(), day.toString()));
    }

    /** What would hold on a day if that version were not there. */
    Optional<Version> without(StoredVersion left, TableForm form, LocalDate day) {
        return versionsOf(left.company(), form).stream()
                .filter(version ->
                        !version.validFrom().isAfter(day) && !version.id().equals(left.id()))
                .max(StoredVersion.PRECEDENCE)
                .map(stored -> new Version(stored.version(), compiled.of(form, stored)));
    }

    private List<StoredVersion> versionsOf(String company, TableForm form) {
        var key = new Key(company, form.code());
        var last = known.get(key);
        return last != null && isFresh(key, last) ? last.versions() : read(key);
    }

    private boolean isFresh(Key key, Known last) {
        var limit = compiling ? FRESH_NANOS_MEANWHILE : FRESH_NANOS;
        var own = published.get(key);
        return System.nanoTime() - last.readAt() < limit && (own == null || last.readAt() - own > 0);
    }

    private List<StoredVersion> read(Key key) {
        var began = System.nanoTime();
        var read = new Known(versions.published(key.company(), key.table()), began);
        if (!read.versions().isEmpty()) {
            known.put(key, read);
        }
        return read.versions();
    }

    /** @param since when nothing new had been published, as {@link System#nanoTime} counts */
    void stillFresh(long since) {
        known.replaceAll((key, last) -> last.readAt() - since > 0 ? last : new Known(last.versions(), since));
    }

    /**
     * Takes over what is published, after compiling what this node does not have yet; lets go of workbooks that price
     * nothing any more.
     *
     * @param all in the order of publication, of all companies
     * @param readAt when that reading began, as {@link System#nanoTime} counts
     */
    void takeOver(List<StoredVersion> all, long readAt) {
        var lists =
                all.stream().collect(Collectors.groupingBy(version -> new Key(version.company(), version.tableCode())));
        var needed =
                lists.values().stream().flatMap(list -> needed(list).stream()).toList();
        compiling = true;
        try {
            needed.stream()
                    .sorted(Comparator.comparing(StoredVersion::validFrom).reversed())
                    .forEach(this::compile);
        } finally {
            compiling = false;
        }
        lists.forEach((key, list) ->
                known.merge(key, new Known(list, readAt), (last, next) -> last.readAt() - readAt > 0 ? last : next));
        compiled.keepOnly(needed);
    }

    private void compile(StoredVersion version) {
        try {
            DecisionTables.find(version.tableCode()).ifPresent(form -> compiled.of(form, version));
        } catch (RuntimeException e) {
            log.error(
                    "version {} of {} of {} cannot be used",
                    version.version(),
                    version.tableCode(),
                    version.company(),
                    e);
        }
    }

    /** The last of those for the same day: the others are replaced, and asked for only by what was known long ago. */
    private static List<StoredVersion> needed(List<StoredVersion> list) {
        return list.stream()
                .filter(version -> list.stream()
                        .noneMatch(other -> other.validFrom().equals(version.validFrom())
                                && other.publishedAs() > version.publishedAs()))
                .toList();
    }

    /** Before it is published: then nothing has to wait when it is. */
    void prepare(TableForm form, StoredVersion version) {
        compiled.of(form, version);
    }

    CompiledTables compiled() {
        return compiled;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(RulesPublished event) {
        published.put(new Key(event.company(), event.table()), System.nanoTime());
    }
}
