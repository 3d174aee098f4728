package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund as its channel knows it; the money is back at the payer's once it is settled. */
record SandboxRefund(
        UUID id,
        UUID order,
        String refundNo,
        String refundId,
        Money amount,
        String notifyUrl,
        Instant createdAt,
        @Nullable Instant settledAt) {}
