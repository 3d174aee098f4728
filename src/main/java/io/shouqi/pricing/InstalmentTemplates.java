package io.shouqi.pricing;

import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Ready-made instalment plans, by the template table. */
@Service
public class InstalmentTemplates {

    private final RuleTables tables;

    InstalmentTemplates(RuleTables tables) {
        this.tables = tables;
    }

    /**
     * @return terms in the order of the sheet; they sum to 100 percent
     * @throws Refusal naming {@code instalments} where there is no such template
     */
    public List<InstalmentTerm> terms(String company, String template, LocalDate on) {
        var terms = tables.on(company, Tables.INSTALMENTS, on).table().fire(new RuleCase(on).about(template)).stream()
                .map(row -> new InstalmentTerm(row.needed("milestone"), Objects.requireNonNull(row.number("percent"))))
                .toList();
        if (terms.isEmpty()) {
            throw Refusal.invalid("instalments", "pricing.template.unknown", template);
        }
        return terms;
    }

    public List<String> codes(String company, LocalDate on) {
        return tables.on(company, Tables.INSTALMENTS, on).table().rows().stream()
                .map(row -> row.needed("template"))
                .distinct()
                .toList();
    }
}
