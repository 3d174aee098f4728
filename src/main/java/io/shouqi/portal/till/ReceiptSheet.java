package io.shouqi.portal.till;

import io.shouqi.audit.SealProofs.SealProof;
import io.shouqi.ledger.TrialBalance.Posting;
import io.shouqi.payment.Receipt;
import io.shouqi.portal.PaidSlip;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one receipt.
 *
 * @param store its name
 * @param day the business day of the money, which may be before the day it was entered
 * @param fee what the channel kept
 * @param seal its place in the chain of facts, checked just now; null while it waits for its seal
 * @param vouchers what it did in the books; empty for who does not read them
 * @param reversible whether this person may take it back now
 * @param objection why this person may not; null where it may, and where it is not this person's work
 * @param key makes a second press of the button harmless
 */
record ReceiptSheet(
        PaidSlip slip,
        String store,
        LocalDate day,
        @Nullable String note,
        Money fee,
        @Nullable SealProof seal,
        List<Entries> vouchers,
        boolean reversible,
        @Nullable String objection,
        String key) {

    public ReceiptFilter.State state() {
        return ReceiptFilter.State.of(
                Receipt.Kind.valueOf(slip.receipt().kind()), slip.receipt().reversal() != null);
    }

    /** A voucher with its lines. */
    record Entries(String voucher, LocalDate day, String event, String summary, List<Posting> lines) {

        static List<Entries> of(List<Posting> postings) {
            return postings.stream()
                    .collect(Collectors.groupingBy(Posting::voucher, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(lines -> new Entries(
                            lines.get(0).voucher(),
                            lines.get(0).day(),
                            lines.get(0).event(),
                            lines.get(0).summary(),
                            lines))
                    .toList();
        }
    }
}
