package io.shouqi.pricing;

import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.TableForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiled rules by the hash of their workbook: companies that share a workbook share its rules. */
final class CompiledTables {

    /** Drafts that are looked at, and versions that were replaced. */
    private static final int MOST_PASSING = 8;

    private final RuleVersions versions;
    private final Map<String, DecisionTable> kept = new ConcurrentHashMap<>();
    /** What nobody signs by: the last ones asked for. */
    private final Map<String, DecisionTable> passing = new LinkedHashMap<>(MOST_PASSING, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DecisionTable> eldest) {
            return size() > MOST_PASSING;
        }
    };

    CompiledTables(RuleVersions versions) {
        this.versions = versions;
    }

    /** Of a version that is published, or is about to be. */
    DecisionTable of(TableForm form, StoredVersion version) {
        var ready = kept.get(version.sha256());
        if (ready != null) {
            return ready;
        }
        var passed = passed(version.sha256());
        return kept.computeIfAbsent(
                version.sha256(),
                hash -> passed != null ? passed : DecisionTable.ofPublished(form, versions.workbook(version.id())));
    }

    /** Of a draft. */
    DecisionTable passing(TableForm form, StoredVersion version) {
        var ready = kept.get(version.sha256());
        var known = ready != null ? ready : passed(version.sha256());
        if (known != null) {
            return known;
        }
        var made = DecisionTable.of(form, versions.workbook(version.id()));
        synchronized (passing) {
            passing.put(version.sha256(), made);
        }
        return made;
    }

    private @Nullable DecisionTable passed(String hash) {
        synchronized (passing) {
            return passing.get(hash);
        }
    }

    void keepOnly(Collection<StoredVersion> needed) {
        Set<String> hashes = needed.stream().map(StoredVersion::sha256).collect(Collectors.toSet());
        kept.keySet().retainAll(hashes);
    }

    /** How many are kept, for tests and figures. */
    int size() {
        synchronized (passing) {
            return kept.size() + passing.size();
        }
    }
}
