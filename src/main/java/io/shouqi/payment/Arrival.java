package io.shouqi.payment;

import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.PaidTransaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a transaction may be posted to its order. Pure. */
record Arrival(MerchantAccount account, PaidTransaction transaction) {

    /** @return why it must not be posted to the order; empty where all agrees */
    Optional<SuspenseReason> objection(@Nullable PaymentOrder order) {
        if (order == null) {
            return Optional.of(SuspenseReason.UNKNOWN_ORDER);
        }
        if (!agrees(order)) {
            return Optional.of(SuspenseReason.WRONG_AMOUNT);
        }
        return switch (order.status()) {
            case CREATED, PLACED -> Optional.empty();
            case CLOSED -> Optional.of(SuspenseReason.LATE);
            case PAID -> Optional.of(SuspenseReason.DUPLICATE);
        };
    }

    private boolean agrees(PaymentOrder order) {
        return order.channel() == account.channel()
                && order.merchantAccountId().equals(account.id())
                && order.amount().equals(transaction.amount())
                && "CNY".equals(transaction.currency())
                && account.merchantId().equals(transaction.merchantId())
                && account.appId().equals(transaction.appId());
    }
}
