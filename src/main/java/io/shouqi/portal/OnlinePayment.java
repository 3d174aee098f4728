package io.shouqi.portal;

import io.shouqi.payment.PaymentOrder;
import io.shouqi.payment.PaymentView;
import io.shouqi.shared.QrCode;
import org.jspecify.annotations.Nullable;

/** A code that somebody may scan, or what became of it. */
public record OnlinePayment(
        PaymentView view,
        PaymentOrder.Status status,
        @Nullable QrCode code) {

    public static OnlinePayment of(PaymentView view) {
        var status = PaymentOrder.Status.valueOf(view.status());
        var url = view.codeUrl();
        return new OnlinePayment(view, status, url == null ? null : QrCode.of(url));
    }

    public boolean isOpen() {
        return status == PaymentOrder.Status.CREATED || status == PaymentOrder.Status.PLACED;
    }

    /** Paid, with a receipt for what it was meant for. */
    public boolean isPaid() {
        return status == PaymentOrder.Status.PAID && view.receiptNo() != null;
    }

    /** Paid, yet the money waits for somebody to look at it. */
    public boolean isSuspended() {
        return status == PaymentOrder.Status.PAID && view.receiptNo() == null;
    }
}
