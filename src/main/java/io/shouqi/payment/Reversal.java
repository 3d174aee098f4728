package io.shouqi.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The counter-entry of a receipt that was entered wrongly 冲销. There is at most one of each receipt. */
public record Reversal(
        String reversalNo,
        @JsonIgnore String receiptNo,
        @JsonIgnore String company,
        @JsonIgnore String storeCode,
        @JsonIgnore Money amount,
        String reason,
        @JsonIgnore Instant at,
        @JsonIgnore UUID by,
        String reversedBy) {

    public OffsetDateTime reversedAt() {
        return at.atZone(BusinessTime.ZONE).toOffsetDateTime();
    }
}
