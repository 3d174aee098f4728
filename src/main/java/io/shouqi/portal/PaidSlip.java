package io.shouqi.portal;

import io.shouqi.payment.ReceiptView;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.Set;

/**
 * A receipt as a page shows it.
 *
 * @param parts what it paid, in words
 * @param rest what nobody owed: the customer's credit
 * @param shared whether it paid for somebody else too, which does not stand here
 */
public record PaidSlip(ReceiptView receipt, String address, List<Part> parts, Money rest, boolean shared) {

    public record Part(String receivableNo, String fees, Money amount) {}

    /** What of it is for these receivables alone. */
    public PaidSlip only(Set<String> own) {
        var ownParts =
                parts.stream().filter(part -> own.contains(part.receivableNo())).toList();
        return ownParts.size() == parts.size() ? this : new PaidSlip(receipt, address, ownParts, Money.ZERO, true);
    }

    /** As far as it is shown. */
    public Money amount() {
        return shared ? Money.sum(parts.stream().map(Part::amount).toList()) : receipt.amount();
    }

    public boolean isSuspended() {
        return receipt.kind().equals("SUSPENSE");
    }
}
