package io.shouqi.portal;

import io.shouqi.payment.ReceiptView;
import io.shouqi.shared.Money;
import java.util.List;

/**
 * A receipt as a page shows it.
 *
 * @param parts what it paid, in words
 * @param rest what nobody owed: the customer's credit
 */
public record PaidSlip(ReceiptView receipt, String address, List<Part> parts, Money rest) {

    public record Part(String receivableNo, String fees, Money amount) {}

    public boolean isSuspended() {
        return receipt.kind().equals("SUSPENSE");
    }
}
