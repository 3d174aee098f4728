package io.shouqi.pricing;

import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The table that holds on a day, compiled and kept. The versions of a company are looked up again at once when this
 * node publishes one, and soon when another does.
 */
@Component
class RulesInForce {

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    /** A compiled table and the number of its version. */
    record Version(int version, DecisionTable table) {}

    private record Key(String company, String table) {}

    private record Known(List<RuleVersions.Stored> versions, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    private final RuleVersions versions;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    /** By the workbook's hash: companies that share a workbook share its rules. */
    private final Map<String, DecisionTable> compiled = new ConcurrentHashMap<>();

    RulesInForce(RuleVersions versions) {
        this.versions = versions;
    }

    /** @throws Refusal where the company had no such table that day */
    Version on(TableForm form, String company, LocalDate day) {
        var stored = versionsOf(company, form).stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .max(Comparator.comparing(RuleVersions.Stored::validFrom).thenComparing(RuleVersions.Stored::version))
                .orElseThrow(() -> Refusal.invalid("signedOn", "pricing.table.none", form.title(), day.toString()));
        return new Version(stored.version(), table(form, stored));
    }

    DecisionTable table(TableForm form, RuleVersions.Stored stored) {
        var ready = compiled.get(stored.sha256());
        return ready != null
                ? ready
                : compiled.computeIfAbsent(
                        stored.sha256(), hash -> DecisionTable.of(form, versions.workbook(stored.id())));
    }

    private List<RuleVersions.Stored> versionsOf(String company, TableForm form) {
        var key = new Key(company, form.code());
        var last = known.get(key);
        if (last != null && last.isFresh()) {
            return last.versions();
        }
        var read = new Known(versions.published(company, form.code()), System.nanoTime());
        if (!read.versions().isEmpty()) {
            known.put(key, read);
        }
        return read.versions();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(RulesPublished event) {
        known.remove(new Key(event.company(), event.table()));
    }
}
