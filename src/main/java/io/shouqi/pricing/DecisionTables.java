package io.shouqi.pricing;

import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Optional;

/** The tables there are. */
final class DecisionTables {

    static final List<TableForm> ALL = List.of(
            FeeForm.FORM,
            ApprovalLevels.FORM,
            ChannelFees.FORM,
            CommissionRules.FORM,
            TaxRates.FORM,
            InstalmentTemplates.FORM);

    private DecisionTables() {}

    /** Of a table that a version exists of. */
    static TableForm need(String code) {
        return find(code).orElseThrow(() -> Refusal.unknown("pricing.table.unknown", code));
    }

    static Optional<TableForm> find(String code) {
        return ALL.stream().filter(form -> form.code().equals(code)).findFirst();
    }
}
