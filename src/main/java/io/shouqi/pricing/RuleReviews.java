package io.shouqi.pricing;

import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.pricing.Mistake.Severity;
import io.shouqi.pricing.sheet.Doubts;
import io.shouqi.pricing.sheet.SheetReview;
import io.shouqi.pricing.sheet.SheetRow;
import io.shouqi.shared.Checks;
import io.shouqi.shared.FieldError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a version as a colleague would: what is wrong, and what is probably not meant. */
@Component
@Transactional(readOnly = true)
class RuleReviews {

    private final RuleVersions versions;
    private final Stores stores;

    RuleReviews(RuleVersions versions, Stores stores) {
        this.versions = versions;
        this.stores = stores;
    }

    List<Mistake> of(StoredVersion version) {
        var form = DecisionTables.need(version.tableCode());
        return of(version, SheetReview.of(form, versions.workbook(version.id())));
    }

    /** Errors first: while there are any, doubts would be about rows that are not what was meant. */
    List<Mistake> of(StoredVersion version, SheetReview review) {
        if (!review.isSound()) {
            return review.mistakes().stream()
                    .map(error -> Mistake.of(error, Severity.ERROR))
                    .toList();
        }
        var against = new Doubts.Against(version.validFrom(), before(version));
        return Stream.concat(review.doubts(against).stream(), places(version, review).stream())
                .map(error -> Mistake.of(error, Severity.WARNING))
                .toList();
    }

    /** What this version would take the place of. */
    private List<SheetRow> before(StoredVersion version) {
        return inForce(version, version.validFrom())
                .map(before -> SheetReview.of(DecisionTables.need(before.tableCode()), versions.workbook(before.id()))
                        .rows())
                .orElse(List.of());
    }

    private Optional<StoredVersion> inForce(StoredVersion version, LocalDate day) {
        return versions.published(version.company(), version.tableCode()).stream()
                .filter(other -> other.version() != version.version()
                        && !other.validFrom().isAfter(day))
                .max(StoredVersion.PRECEDENCE);
    }

    /** Rows for a store that is not there, or is in another city than the row says. */
    private List<FieldError> places(StoredVersion version, SheetReview review) {
        var form = review.form();
        if (!form.columns().contains(CaseColumns.STORE)) {
            return List.of();
        }
        var checks = new Checks();
        var known = new HashMap<String, Optional<Store>>();
        for (var row : review.rows()) {
            var code = row.terms().get(CaseColumns.STORE);
            if (code == null) {
                continue;
            }
            var store = known.computeIfAbsent(code, c -> stores.find(version.company(), c));
            var city = form.columns().contains(FeeForm.CITY) ? row.terms().get(FeeForm.CITY) : null;
            if (store.isEmpty()) {
                checks.add(form.cell(row.number(), CaseColumns.STORE), "pricing.doubt.store", code);
            } else if (city != null && !city.equals(store.get().city())) {
                checks.add(
                        form.cell(row.number(), CaseColumns.STORE),
                        "pricing.doubt.city",
                        code,
                        store.get().city());
            }
        }
        return checks.errors();
    }
}
