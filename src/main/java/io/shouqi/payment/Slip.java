package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the store has in hand of a payment that no online channel tells of: banknotes, a card slip, a bank's advice.
 *
 * @param transactionId unique at that merchant; null for cash, where the receipt's own number serves
 * @param feeKind key of the channel-fee table
 */
record Slip(
        Channel channel,
        @Nullable String merchantId,
        @Nullable String transactionId,
        String feeKind,
        LocalDate day,
        @Nullable String note) {

    private enum CardType {
        DEBIT,
        CREDIT
    }

    /** @param reference fields of the request, by name, as they came */
    static Slip read(Channel channel, Map<String, String> reference, Instant now, Checks checks) {
        var note = checks.optional("reference.note", reference.get("note"), 200);
        var today = BusinessTime.dayOf(now);
        return switch (channel) {
            case CASH -> new Slip(channel, null, null, "CASH", today, note);
            case CARD -> card(reference, today, note, checks);
            case TRANSFER -> transfer(reference, today, note, checks);
            case WECHAT, ALIPAY -> throw new IllegalArgumentException(channel + " is told by the channel itself");
        };
    }

    private static Slip card(Map<String, String> reference, LocalDate today, @Nullable String note, Checks checks) {
        var terminal = checks.required("reference.terminal", reference.get("terminal"), 20);
        var batch = checks.required("reference.batch", reference.get("batch"), 20);
        var voucher = checks.required("reference.voucher", reference.get("voucher"), 20);
        var type = checks.oneOf("reference.cardType", CardType.class, reference.getOrDefault("cardType", "DEBIT"));
        var day = day("reference.date", reference.get("date"), today, checks);
        return new Slip(Channel.CARD, terminal, batch + "-" + voucher + "-" + day, "CARD_" + type, day, note);
    }

    private static Slip transfer(Map<String, String> reference, LocalDate today, @Nullable String note, Checks checks) {
        var bankReference = checks.required("reference.bankReference", reference.get("bankReference"), 60);
        var day = day("reference.date", reference.get("date"), today, checks);
        return new Slip(Channel.TRANSFER, null, bankReference + "-" + day, "TRANSFER", day, note);
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate today, Checks checks) {
        var day = text == null || text.isBlank() ? today : checks.date(field, text);
        if (day != null && day.isAfter(today)) {
            checks.add(field, "payment.future");
        }
        return Objects.requireNonNullElse(day, today);
    }
}
