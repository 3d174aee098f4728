package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.payment.Receipt;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in a list.
 *
 * @param slipNo the channel's number or that of the paper; null for cash
 * @param collectedBy null where the customer paid online
 * @param store its name; the company's code where no store has it
 */
record ReceiptRow(
        String number,
        ZonedDateTime receivedAt,
        @Nullable String payer,
        @Nullable String contractNo,
        Receipt.Kind kind,
        Channel method,
        @Nullable String slipNo,
        @Nullable String collectedBy,
        String store,
        Money amount,
        boolean reversed) {

    LocalDate receivedOn() {
        return receivedAt.toLocalDate();
    }

    public ReceiptFilter.State state() {
        return ReceiptFilter.State.of(kind, reversed);
    }
}
