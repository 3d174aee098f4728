package io.shouqi.portal.lists;

import io.shouqi.contract.ContractStatus;
import io.shouqi.pricing.DealType;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what is owed and paid on it.
 *
 * @param value the price, or the monthly rent of a rental
 * @param dueOn the earliest day on which something open falls due
 */
record ContractRow(
        String number,
        String externalNo,
        DealType type,
        ContractStatus status,
        String store,
        LocalDate signedOn,
        String address,
        Money value,
        String parties,
        Money owed,
        Money paid,
        @Nullable LocalDate dueOn) {

    public Money outstanding() {
        return owed.minus(paid);
    }
}
