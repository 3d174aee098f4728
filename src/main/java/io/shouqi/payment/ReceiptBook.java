package io.shouqi.payment;

import io.shouqi.ledger.Journal;
import io.shouqi.outbox.Outbox;
import io.shouqi.receivable.Allocation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a stored receipt whose money found its receivables; what nobody owed becomes the customer's credit. */
@Component
class ReceiptBook {

    private final Receipts receipts;
    private final CustomerCredit credit;
    private final Journal journal;
    private final Outbox outbox;

    ReceiptBook(Receipts receipts, CustomerCredit credit, Journal journal, Outbox outbox) {
        this.receipts = receipts;
        this.credit = credit;
        this.journal = journal;
        this.outbox = outbox;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(Receipt receipt, String contractNo, Allocation allocation) {
        receipts.allocated(receipt.number(), receipt.number(), allocation.parts());
        credit.add(receipt.company(), receipt.storeCode(), contractNo, allocation.rest(), receipt.number());
        journal.post(ReceiptVoucher.allocated(receipt, allocation));
        outbox.publish(PaymentReceived.of(receipt, contractNo, receipt.number(), allocation));
    }
}
