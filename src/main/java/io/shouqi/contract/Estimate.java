package io.shouqi.contract;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.Optional;

/**
 * What a contract that is still being entered would cost.
 *
 * @param plan what would be collected and when; empty while something that decides it is missing
 * @param before the total without the discount
 * @param approvers roles that would have to agree to the discount, in their order
 * @param faults what of the deal, the discount or the plan cannot be so
 */
public record Estimate(Optional<ConfirmedPlan> plan, Money before, List<String> approvers, List<FieldError> faults) {

    public Money total() {
        return plan.map(p ->
                        Money.sum(p.lines().stream().map(FeeListLine::amount).toList()))
                .orElse(Money.ZERO);
    }
}
