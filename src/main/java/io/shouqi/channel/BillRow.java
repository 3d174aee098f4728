package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param refundNo our refund number; null for payments
 * @param amount above zero for payments and refunds alike
 * @param fee what the channel keeps; below zero where it gives back
 */
public record BillRow(
        Kind kind,
        String orderNo,
        String transactionId,
        @Nullable String refundNo,
        Money amount,
        Money fee,
        Instant at,
        String subject) {

    /** Which way the money went. */
    public enum Kind {
        PAYMENT,
        REFUND
    }
}
