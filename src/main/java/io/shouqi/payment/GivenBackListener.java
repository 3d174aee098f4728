package io.shouqi.payment;

import io.shouqi.receivable.DebtsAdjusted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a receivable is made smaller than what was paid, the difference is the customer's credit. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GivenBackListener {

    private final Receipts receipts;
    private final CustomerCredit credit;

    GivenBackListener(Receipts receipts, CustomerCredit credit) {
        this.receipts = receipts;
        this.credit = credit;
    }

    @EventListener
    void on(DebtsAdjusted event) {
        for (var back : event.givenBack()) {
            receipts.freed(back.receivableNo(), back.amount(), event.source());
            credit.add(
                    event.company(),
                    event.storeCode(),
                    event.contractNo(),
                    back.amount(),
                    event.source() + "/" + back.receivableNo());
        }
    }
}
