package io.shouqi.pricing;

import io.shouqi.pricing.sheet.TableForm;
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

    static Optional<TableForm> find(String code) {
        return ALL.stream().filter(form -> form.code().equals(code)).findFirst();
    }
}
