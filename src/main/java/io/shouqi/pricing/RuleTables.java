package io.shouqi.pricing;

import io.shouqi.shared.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision tables of each company, in versions. */
@Service
public class RuleTables {

    private static final String LATEST = "latest";

    private final RuleVersions versions;
    private final ShippedTables shipped;
    private final ApplicationEventPublisher events;

    RuleTables(RuleVersions versions, ShippedTables shipped, ApplicationEventPublisher events) {
        this.versions = versions;
        this.shipped = shipped;
        this.events = events;
    }

    /** Of every table the newest published version. */
    public List<TableVersion> latest(String company) {
        return versions.latest(company).stream().map(RuleVersions.Stored::shown).toList();
    }

    /** The newest first. */
    public List<TableVersion> versions(String company, String table) {
        return published(company, table).stream()
                .map(RuleVersions.Stored::shown)
                .sorted(Comparator.comparing(TableVersion::version).reversed())
                .toList();
    }

    /** @param versionOrLatest a number or "latest" */
    public TableVersion version(String company, String table, String versionOrLatest) {
        return find(company, table, versionOrLatest).shown();
    }

    /** The XLSX of a version. */
    public byte[] workbook(String company, String table, String versionOrLatest) {
        return versions.workbook(find(company, table, versionOrLatest).id());
    }

    /** Gives a company the shipped workbooks of every table it has none of. Safe to repeat; overwrites nothing. */
    @Transactional
    public void seed(String company) {
        var own = versions.latest(company).stream()
                .map(RuleVersions.Stored::tableCode)
                .collect(Collectors.toSet());
        shipped.all().stream()
                .filter(table -> !own.contains(table.form().code()))
                .forEach(table -> publish(company, table));
    }

    private void publish(String company, ShippedTables.Shipped table) {
        var workbook = table.workbook();
        versions.publish(company, table.form(), table.validFrom(), workbook, sha256(workbook))
                .ifPresent(version -> events.publishEvent(
                        new RulesPublished(company, table.form().code(), version)));
    }

    private RuleVersions.Stored find(String company, String table, String versionOrLatest) {
        var published = published(company, table);
        if (versionOrLatest.equals(LATEST)) {
            return published.get(published.size() - 1);
        }
        return published.stream()
                .filter(v -> versionOrLatest.equals(Integer.toString(v.version())))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("pricing.version.unknown", table, versionOrLatest));
    }

    private List<RuleVersions.Stored> published(String company, String table) {
        var published = versions.published(company, table);
        if (published.isEmpty()) {
            throw Refusal.unknown("pricing.table.unknown", table);
        }
        return published;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
