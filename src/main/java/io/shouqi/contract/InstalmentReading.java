package io.shouqi.contract;

import io.shouqi.pricing.InstalmentTemplates;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads an instalment plan: the code of a template, or a list of terms that sums to 100 percent. */
@Component
class InstalmentReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_TERMS = 36;

    private final InstalmentTemplates templates;

    InstalmentReading(InstalmentTemplates templates) {
        this.templates = templates;
    }

    List<InstalmentTerm> read(@Nullable JsonNode plan, String company, @Nullable LocalDate signedOn, Checks checks) {
        if (plan != null && plan.isString()) {
            return signedOn == null ? List.of() : template(plan.stringValue(), company, signedOn, checks);
        }
        if (plan == null || !plan.isArray() || plan.isEmpty() || plan.size() > MOST_TERMS) {
            checks.add("instalments", plan == null || plan.isNull() ? "field.required" : "contract.instalments");
            return List.of();
        }
        return terms(plan, checks);
    }

    private List<InstalmentTerm> template(String code, String company, LocalDate signedOn, Checks checks) {
        try {
            return templates.terms(company, code, signedOn).stream()
                    .map(t -> new InstalmentTerm(Milestone.valueOf(t.milestone()), null, t.percent()))
                    .toList();
        } catch (Refusal refusal) {
            refusal.fields()
                    .forEach(f -> checks.add(f.field(), f.code(), f.arguments().toArray()));
            return List.of();
        }
    }

    private static List<InstalmentTerm> terms(JsonNode plan, Checks checks) {
        var terms = new ArrayList<InstalmentTerm>();
        var sum = BigDecimal.ZERO;
        var complete = true;
        for (var i = 0; i < plan.size(); i++) {
            var term = term(plan.get(i), "instalments[" + i + "].", checks);
            complete &= term != null;
            if (term != null) {
                terms.add(term);
                sum = sum.add(term.percent());
            }
        }
        if (complete && sum.compareTo(HUNDRED) != 0) {
            checks.add("instalments", "contract.instalments.sum", sum.toPlainString());
        }
        return terms;
    }

    private static @Nullable InstalmentTerm term(JsonNode node, String at, Checks checks) {
        var percent = DealReading.positive(at + "percent", text(node, "percent"), checks);
        var milestoneText = text(node, "milestone");
        var dueOnText = text(node, "dueOn");
        if ((milestoneText == null) == (dueOnText == null)) {
            checks.add(at + "milestone", "contract.instalments.when");
            return null;
        }
        var milestone = milestoneText == null ? null : checks.oneOf(at + "milestone", Milestone.class, milestoneText);
        var dueOn = dueOnText == null ? null : checks.date(at + "dueOn", dueOnText);
        return percent == null || (milestone == null && dueOn == null)
                ? null
                : new InstalmentTerm(milestone, dueOn, percent);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
