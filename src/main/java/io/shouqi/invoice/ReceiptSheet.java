package io.shouqi.invoice;

import io.shouqi.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is printed, every text ready.
 *
 * @param payee the company that has the money
 * @param contractNo null where the money is no payment of a contract
 * @param transaction the channel's number; null for cash
 * @param stamp what the seal says
 * @param reversed says that it counts no longer, and why; null while it does
 * @param check where anybody can look the receipt up
 */
record ReceiptSheet(
        UUID id,
        String title,
        String number,
        LocalDate day,
        Instant receivedAt,
        String payee,
        String store,
        String payer,
        @Nullable String contractNo,
        List<Line> lines,
        Money amount,
        String method,
        @Nullable String transaction,
        String collector,
        String stamp,
        @Nullable String reversed,
        URI check) {

    /** @param reference number of what was paid, if it has one */
    record Line(String text, String reference, Money amount) {}
}
