package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which receipts are wanted; null does not narrow.
 *
 * @param q whatever was typed: a number, a name, a phone, an amount
 * @param by who took the money, by the beginning of the name
 * @param from the first day
 * @param to the last day
 */
record ReceiptFilter(
        @Nullable String q,
        @Nullable Channel method,
        @Nullable State state,
        @Nullable String store,
        @Nullable String by,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** What a receipt is worth today. */
    enum State {
        VALID,
        REVERSED,
        EARNEST,
        SUSPENSE
    }

    /** @throws io.shouqi.shared.Refusal naming what cannot be read */
    static ReceiptFilter read(Map<String, String> typed) {
        var checks = new Checks();
        var filter = new ReceiptFilter(
                text(typed, "q"),
                given(typed, "method") ? checks.oneOf("method", Channel.class, typed.get("method")) : null,
                given(typed, "state") ? checks.oneOf("state", State.class, typed.get("state")) : null,
                text(typed, "store"),
                text(typed, "by"),
                given(typed, "from") ? checks.date("from", typed.get("from")) : null,
                given(typed, "to") ? checks.date("to", typed.get("to")) : null);
        checks.refuse();
        return filter;
    }

    private static boolean given(Map<String, String> typed, String name) {
        return !typed.getOrDefault(name, "").isBlank();
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        return given(typed, name) ? typed.getOrDefault(name, "").strip() : null;
    }

    public boolean isEmpty() {
        return q == null
                && method == null
                && state == null
                && store == null
                && by == null
                && from == null
                && to == null;
    }

    /** Numbers of the product are written in capitals, however they are typed. */
    String code() {
        return q == null ? "" : q.toUpperCase(Locale.ROOT);
    }

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
}
