package io.shouqi.receivable;

import io.shouqi.contract.ConfirmedPlan;
import io.shouqi.contract.Milestone;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would make somebody owe, before anything is owed.
 *
 * @param dueOn null where it waits for the milestone
 */
public record PlannedDue(
        PartyRole payer,
        List<String> feeCodes,
        @Nullable Milestone milestone,
        @Nullable LocalDate dueOn,
        Money amount) {

    /** The parts that {@link CollectionDesk} would open receivables for. */
    public static List<PlannedDue> of(ConfirmedPlan plan) {
        return Instalment.of(plan).stream()
                .map(part ->
                        new PlannedDue(part.payer(), part.feeCodes(), part.milestone(), part.dueOn(), part.amount()))
                .toList();
    }
}
