package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.payment.Receipt;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose above the receipts, as it came.
 *
 * @param q a number, a name, a phone, an amount
 * @param by who took the money, by the beginning of the name
 * @param pick numbers, where some were ticked
 */
record ReceiptFilter(
        @Nullable String q,
        @Nullable String method,
        @Nullable String state,
        @Nullable String store,
        @Nullable String by,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<String> pick) {

    static final List<String> PARAMETERS = List.of("q", "method", "state", "store", "by", "from", "to");

    private static final int LONGEST = 100;

    /** What a receipt is worth today. */
    enum State {
        VALID,
        REVERSED,
        EARNEST,
        SUSPENSE;

        static State of(Receipt.Kind kind, boolean reversed) {
            if (reversed) {
                return REVERSED;
            }
            return switch (kind) {
                case BROKERAGE -> VALID;
                case EARNEST -> EARNEST;
                case SUSPENSE -> SUSPENSE;
            };
        }
    }

    /** What to look for; null does not narrow. */
    record Wanted(
            @Nullable String text,
            @Nullable Channel method,
            @Nullable State state,
            @Nullable String store,
            @Nullable String by,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> numbers) {

        @Nullable
        OffsetDateTime since() {
            return from == null ? null : start(from);
        }

        @Nullable
        OffsetDateTime before() {
            return to == null ? null : start(to.plusDays(1));
        }

        private static OffsetDateTime start(LocalDate day) {
            return OffsetDateTime.ofInstant(BusinessTime.startOf(day), ZoneOffset.UTC);
        }

        /** Whether it is all of these days, and of no others. */
        public boolean isFrom(LocalDate first, LocalDate last) {
            return first.equals(from) && last.equals(to);
        }
    }

    /** @throws Refusal 422 where nothing was ticked */
    ReceiptFilter picked() {
        if (pick == null || pick.isEmpty()) {
            throw Refusal.invalid("pick", "lists.pick.nothing");
        }
        return this;
    }

    /** @throws Refusal 422 naming the fields that make no sense */
    Wanted wanted() {
        var checks = new Checks();
        var wanted = new Wanted(
                checks.optional("q", q, LONGEST),
                checks.optionalOneOf("method", Channel.class, method),
                checks.optionalOneOf("state", State.class, state),
                checks.optional("store", store, LONGEST),
                checks.optional("by", by, LONGEST),
                checks.optionalDate("from", from),
                checks.optionalDate("to", to),
                pick);
        checks.inOrder("from", wanted.from(), wanted.to(), "lists.from.afterTo");
        checks.refuse();
        return wanted;
    }
}
