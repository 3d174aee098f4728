package io.shouqi.receivable;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receivable as pages and callers see it. */
public record ReceivableView(
        String no,
        String contractNo,
        String storeCode,
        String payer,
        String payerName,
        List<String> feeCodes,
        int instalment,
        @Nullable String milestone,
        Money amount,
        Money paid,
        Money outstanding,
        @Nullable LocalDate dueOn,
        String status) {

    public static ReceivableView of(Receivable r) {
        var milestone = r.milestone();
        return new ReceivableView(
                r.number(),
                r.contractNo(),
                r.storeCode(),
                r.payer().name(),
                r.payerName(),
                r.feeCodes(),
                r.instalment(),
                milestone == null ? null : milestone.name(),
                r.amount(),
                r.paid(),
                r.outstanding(),
                r.dueOn(),
                r.status().name());
    }
}
