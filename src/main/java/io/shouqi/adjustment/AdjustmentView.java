package io.shouqi.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.Why;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as pages and callers see it.
 *
 * @param version of the fee table that made it
 * @param delta what all payers together owe more
 * @param agreedBy who recorded the payers' answer, and {@code evidence} what proves it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdjustmentView(
        String no,
        String contractNo,
        String storeCode,
        int version,
        String reason,
        AdjustmentStatus status,
        Money before,
        Money after,
        Money delta,
        List<Line> lines,
        String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable String agreedBy,
        @Nullable String evidence,
        @Nullable OffsetDateTime endedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String code,
            String name,
            PartyRole payer,
            boolean entrusted,
            Money before,
            Money after,
            Money delta,
            @Nullable Why why) {}

    static AdjustmentView of(FeeAdjustment a) {
        var ended = a.endedAt();
        return new AdjustmentView(
                a.number(),
                a.contractNo(),
                a.storeCode(),
                a.tableVersion(),
                a.reason(),
                a.status(),
                a.before(),
                a.after(),
                a.after().minus(a.before()),
                a.lines().stream().map(AdjustmentView::line).toList(),
                a.requestedByName(),
                time(a.requestedAt()),
                a.consentByName(),
                a.consentEvidence(),
                ended == null ? null : time(ended));
    }

    private static Line line(AdjustmentLine line) {
        return new Line(
                line.code(),
                line.name(),
                line.payer(),
                line.entrusted(),
                line.before(),
                line.after(),
                line.delta(),
                line.why());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(BusinessTime.ZONE).toOffsetDateTime();
    }

    public boolean open() {
        return status.open();
    }
}
