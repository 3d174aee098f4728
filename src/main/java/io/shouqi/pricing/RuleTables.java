package io.shouqi.pricing;

import io.shouqi.pricing.RuleVersions.Draft;
import io.shouqi.pricing.sheet.SheetReview;
import io.shouqi.shared.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision tables of each company, in versions, as people read them. */
@Service
@Transactional(readOnly = true)
public class RuleTables {

    private static final String LATEST = "latest";
    private static final Comparator<StoredVersion> LAST = Comparator.comparing(StoredVersion::publishedAs);

    private final RuleVersions versions;
    private final RuleReviews reviews;
    private final ShippedTables shipped;
    private final ApplicationEventPublisher events;

    RuleTables(RuleVersions versions, RuleReviews reviews, ShippedTables shipped, ApplicationEventPublisher events) {
        this.versions = versions;
        this.reviews = reviews;
        this.shipped = shipped;
        this.events = events;
    }

    /** A table there may be versions of. */
    public record Table(String code, String title, String note) {}

    /** All tables there are, whether a company has a version of them or not. */
    public List<Table> tables() {
        return DecisionTables.ALL.stream()
                .map(form -> new Table(form.code(), form.title(), form.note()))
                .toList();
    }

    /** Of every table the version that was published last. */
    public List<TableVersion> latest(String company) {
        return versions.latest(company).stream().map(StoredVersion::shown).toList();
    }

    /** Drafts and published ones, the newest first. */
    public List<TableVersion> versions(String company, String table) {
        DecisionTables.need(table);
        return versions.all(company, table).stream().map(StoredVersion::shown).toList();
    }

    /** @param versionOrLatest a number, or "latest" for the version that was published last */
    public TableVersion version(String company, String table, String versionOrLatest) {
        return find(company, table, versionOrLatest).shown();
    }

    /** The XLSX of a version. */
    public byte[] workbook(String company, String table, String versionOrLatest) {
        return versions.workbook(find(company, table, versionOrLatest).id());
    }

    public RuleGrid grid(String company, String table, String versionOrLatest) {
        return RuleGrid.of(review(find(company, table, versionOrLatest)));
    }

    /** What is wrong with a version; and where nothing is, what is probably not meant. */
    public List<Mistake> mistakes(String company, String table, String versionOrLatest) {
        return reviews.of(find(company, table, versionOrLatest));
    }

    /** What stands in a file, and what is wrong with it. */
    public record Look(RuleGrid grid, List<Mistake> mistakes) {}

    /**
     * Looks into a file without keeping it.
     *
     * @throws Refusal where it is no workbook of this table at all
     */
    public Look look(String table, byte[] workbook) {
        var review = SheetReview.of(DecisionTables.need(table), workbook);
        return new Look(
                RuleGrid.of(review),
                review.mistakes().stream()
                        .map(error -> Mistake.of(error, Mistake.Severity.ERROR))
                        .toList());
    }

    public RuleDiff diff(String company, String table, String before, String after) {
        return RuleDiff.of(review(find(company, table, before)), review(find(company, table, after)));
    }

    private SheetReview review(StoredVersion version) {
        return SheetReview.of(DecisionTables.need(version.tableCode()), versions.workbook(version.id()));
    }

    /** Gives a company the shipped workbooks of every table it has none of. Safe to repeat; overwrites nothing. */
    @Transactional
    public void seed(String company) {
        var byTable = shipped.all().stream()
                .collect(Collectors.groupingBy(table -> table.form().code()));
        byTable.forEach((table, workbooks) -> {
            versions.awaitTurn(company, table);
            if (versions.all(company, table).isEmpty()) {
                workbooks.forEach(workbook -> publish(company, workbook));
            }
        });
    }

    private void publish(String company, ShippedTables.Shipped table) {
        var draft = new Draft(
                company, table.form(), table.validFrom(), null, table.form().title());
        var version = versions.publishShipped(draft, table.workbook());
        events.publishEvent(new RulesPublished(company, version.tableCode(), version.version()));
    }

    /** @throws Refusal 404 where there is no such version */
    StoredVersion find(String company, String table, String versionOrLatest) {
        DecisionTables.need(table);
        return versions.all(company, table).stream()
                .filter(version -> versionOrLatest.equals(LATEST)
                        ? version.status() == RuleStatus.PUBLISHED
                        : versionOrLatest.equals(Integer.toString(version.version())))
                .max(LAST)
                .orElseThrow(() -> Refusal.unknown("pricing.version.unknown", table, versionOrLatest));
    }
}
