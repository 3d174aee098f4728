package io.shouqi.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as pages and callers see it.
 *
 * @param allocations what it paid; where there is a reversal, all of it was taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        String receiptNo,
        @Nullable String contractNo,
        @Nullable String paymentNo,
        String method,
        String kind,
        Money amount,
        @Nullable String payerName,
        OffsetDateTime receivedAt,
        String transactionId,
        @Nullable String collectedBy,
        List<Receipts.Allocated> allocations,
        @Nullable Reversal reversal) {

    static ReceiptView of(Receipt r, List<Receipts.Allocated> allocations, @Nullable Reversal reversal) {
        return new ReceiptView(
                r.number(),
                r.contractNo(),
                r.orderNo(),
                r.channel().name(),
                r.kind().name(),
                r.amount(),
                r.payerName(),
                r.receivedAt().atZone(BusinessTime.ZONE).toOffsetDateTime(),
                r.transactionId(),
                r.collectedByName(),
                allocations,
                reversal);
    }
}
