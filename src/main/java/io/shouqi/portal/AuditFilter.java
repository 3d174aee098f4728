package io.shouqi.portal;

import io.shouqi.audit.AuditSearch;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody typed above the audit log. Without days it is the last thirty. */
record AuditFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String who,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String q) {

    private static final int LONGEST = 100;
    private static final int DAYS = 30;

    /** @throws io.shouqi.shared.Refusal naming the fields that make no sense */
    AuditSearch.Wanted wanted(Clock clock) {
        var checks = new Checks();
        var last = day(checks, "to", to, BusinessTime.today(clock));
        var first = day(checks, "from", from, last.minusDays(DAYS - 1));
        var wanted = new AuditSearch.Wanted(
                first,
                last,
                checks.optional("who", who, LONGEST),
                checks.optional("action", action, LONGEST),
                checks.optional("kind", kind, LONGEST),
                checks.optional("subject", subject, LONGEST),
                checks.optional("q", q, LONGEST));
        if (first.isAfter(last)) {
            checks.add("from", "audit.from.afterTo");
        }
        checks.refuse();
        return wanted;
    }

    private static LocalDate day(Checks checks, String field, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return Objects.requireNonNullElse(checks.date(field, text), otherwise);
    }

    /** For the record of an export: what was asked for. */
    static String words(AuditSearch.Wanted wanted) {
        return Stream.of(
                        wanted.from() + "…" + wanted.to(),
                        wanted.person(),
                        wanted.action(),
                        wanted.kind(),
                        wanted.subject(),
                        wanted.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
