package io.shouqi.payment;

import io.shouqi.outbox.OutboxEvent;
import io.shouqi.receivable.Allocation;
import io.shouqi.shared.Money;
import java.util.List;

/** Money was posted to receivables of a contract. One event a receipt, or a later allocation of it. */
public record PaymentReceived(
        String company, String storeCode, String contractNo, String receiptNo, String source, List<Part> parts)
        implements OutboxEvent {

    public record Part(String receivableNo, Money amount) {}

    static PaymentReceived of(Receipt receipt, String contractNo, String source, Allocation allocation) {
        return new PaymentReceived(
                receipt.company(),
                receipt.storeCode(),
                contractNo,
                receipt.number(),
                source,
                allocation.parts().stream()
                        .map(p -> new Part(p.receivableNo(), p.amount()))
                        .toList());
    }
}
