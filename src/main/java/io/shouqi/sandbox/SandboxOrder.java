package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its channel knows it. */
record SandboxOrder(
        UUID id,
        UUID merchant,
        String orderNo,
        String code,
        Money amount,
        String subject,
        String notifyUrl,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant scannedAt,
        @Nullable Instant closedAt,
        @Nullable Taken taken,
        Money refunded) {

    /** Money that was taken for an order. */
    record Taken(String transactionId, Money amount, Instant at) {}

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** @throws Declined when nothing was paid */
    Taken paid() {
        if (taken == null) {
            throw new Declined(Declined.Why.NOT_PAID);
        }
        return taken;
    }

    Money left() {
        return paid().amount().minus(refunded);
    }
}
