package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived, once for each transaction of a channel. Never changed: corrections are further rows.
 *
 * @param merchantId whose account it arrived in; the store for cash
 * @param transactionId the channel's number; unique together with channel and merchant
 * @param fee what the channel kept
 * @param collectedBy null where nobody of the store had a hand in it
 */
public record Receipt(
        UUID id,
        String number,
        String company,
        String storeCode,
        @Nullable String contractNo,
        @Nullable String orderNo,
        Channel channel,
        String merchantId,
        String transactionId,
        Kind kind,
        Money amount,
        Money fee,
        @Nullable String payerName,
        Instant receivedAt,
        LocalDate day,
        @Nullable UUID collectedBy,
        @Nullable String collectedByName,
        @Nullable String note) {

    public enum Kind {
        BROKERAGE,
        EARNEST,
        SUSPENSE
    }
}
