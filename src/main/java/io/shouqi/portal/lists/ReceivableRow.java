package io.shouqi.portal.lists;

import io.shouqi.contract.Milestone;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receivable and the contract it belongs to.
 *
 * @param fees their names
 * @param milestone what it waits for while it has no day
 * @param daysOverdue since the day it was due, 0 where it is not overdue
 */
record ReceivableRow(
        String number,
        String contractNo,
        String address,
        String store,
        PartyRole payer,
        String payerName,
        String fees,
        int instalment,
        @Nullable Milestone milestone,
        @Nullable LocalDate dueOn,
        Money amount,
        Money paid,
        long daysOverdue,
        ReceivableStatus status) {

    public Money outstanding() {
        return status == ReceivableStatus.CANCELLED ? Money.ZERO : amount.minus(paid);
    }

    /** In a workbook nothing is better than a nought. */
    @Nullable
    Long lateness() {
        return daysOverdue == 0 ? null : daysOverdue;
    }
}
