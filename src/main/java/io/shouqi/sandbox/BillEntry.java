package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param refund null for a payment
 * @param fee what the channel keeps; below zero where it gives back in proportion to a refund
 */
record BillEntry(SandboxOrder order, @Nullable SandboxRefund refund, Instant at, Money amount, Money fee) {

    static final BigDecimal RATE = new BigDecimal("0.006");

    static BillEntry paid(SandboxOrder order) {
        var taken = order.paid();
        return new BillEntry(
                order, null, taken.at(), taken.amount(), taken.amount().times(RATE));
    }

    static BillEntry refunded(SandboxOrder order, SandboxRefund refund) {
        return new BillEntry(
                order,
                refund,
                Objects.requireNonNull(refund.settledAt()),
                refund.amount(),
                refund.amount().times(RATE).negated());
    }
}
