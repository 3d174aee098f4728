package io.shouqi.ledger;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balanced set of entries about one event. The pair (event, source) posts once, however often it is asked for.
 *
 * @param source number of the document that made it: a receipt, a receivable, a share
 * @param subject number of the contract it belongs to, if any
 */
public record Voucher(
        String company,
        String storeCode,
        LocalDate day,
        Event event,
        String source,
        @Nullable String subject,
        String summary,
        List<Entry> entries) {

    /** What happened, as domain events that accountants know. */
    public enum Event {
        DUE,
        RECEIVED,
        ENTRUSTED_RECEIVED,
        ENTRUSTED_OFFSET,
        ENTRUSTED_PAID_OVER,
        ENTRUSTED_RETURNED,
        SUSPENDED,
        SUSPENSE_ALLOCATED,
        SUSPENSE_TO_CREDIT,
        SUSPENSE_RETURNED,
        CREDIT_APPLIED,
        REVERSED,
        ADJUSTED,
        CO_BROKER_SHARE
    }

    /** @throws IllegalArgumentException where debits and credits differ: a fault of the product, never of its user */
    public Voucher {
        entries = entries.stream().filter(e -> !e.amount().isZero()).toList();
        if (!total(entries, Entry.Side.DEBIT).equals(total(entries, Entry.Side.CREDIT))) {
            throw new IllegalArgumentException("unbalanced voucher " + event + " " + source + ": " + entries);
        }
    }

    private static Money total(List<Entry> entries, Entry.Side side) {
        return Money.sum(entries.stream()
                .filter(e -> e.side() == side)
                .map(Entry::amount)
                .toList());
    }
}
