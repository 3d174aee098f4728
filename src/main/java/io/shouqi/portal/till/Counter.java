package io.shouqi.portal.till;

import io.shouqi.contract.ContractStatus;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Money;
import java.util.List;

/**
 * A contract at the cashier's counter.
 *
 * @param key makes a second press of the button harmless
 */
record Counter(String contractNo, ContractStatus status, String address, List<Debt> debts, String key) {

    /**
     * @param fees what it collects, in words
     * @param phone of the payer, masked
     * @param chosen whether it is proposed
     */
    record Debt(ReceivableView receivable, String fees, String phone, boolean chosen) {}

    public boolean isOpen() {
        return status.collects() && !debts.isEmpty();
    }

    /** What is proposed to be taken. */
    public Money amount() {
        return Money.sum(debts.stream()
                .filter(Debt::chosen)
                .map(debt -> debt.receivable().outstanding())
                .toList());
    }
}
