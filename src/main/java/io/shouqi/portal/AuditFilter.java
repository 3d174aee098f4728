package io.shouqi.portal;

import io.shouqi.audit.AuditSearch;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed above the audit log. Without days it is the last thirty.
 *
 * @param pick ids, where some were ticked
 */
record AuditFilter(
        @Nullable String q,
        @Nullable String from,
        @Nullable String to,
        @Nullable String who,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable List<String> pick) {

    static final List<String> PARAMETERS = List.of("q", "from", "to", "who", "action", "kind", "subject");

    private static final int LONGEST = 100;
    private static final int DAYS = 30;
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** @throws Refusal 422 where nothing was ticked */
    AuditFilter picked() {
        if (pick == null || pick.isEmpty()) {
            throw Refusal.invalid("pick", "lists.pick.nothing");
        }
        return new AuditFilter(q, LocalDate.EPOCH.toString(), to, who, action, kind, subject, pick);
    }

    /** @throws Refusal naming the fields that make no sense */
    AuditSearch.Wanted wanted(Clock clock) {
        var checks = new Checks();
        var last = day(checks, "to", to, BusinessTime.today(clock));
        var first = day(checks, "from", from, last.minusDays(DAYS - 1));
        checks.inOrder("from", first, last, "audit.from.afterTo");
        var wanted = new AuditSearch.Wanted(
                first,
                last,
                checks.optional("who", who, LONGEST),
                checks.optional("action", action, LONGEST),
                checks.optional("kind", kind, LONGEST),
                checks.optional("subject", subject, LONGEST),
                checks.optional("q", q, LONGEST),
                pick == null ? null : ids(pick));
        checks.refuse();
        return wanted;
    }

    private static List<Long> ids(List<String> pick) {
        return pick.stream()
                .filter(id -> ID.matcher(id).matches())
                .map(Long::valueOf)
                .toList();
    }

    private static LocalDate day(Checks checks, String field, @Nullable String text, LocalDate otherwise) {
        return Objects.requireNonNullElse(checks.optionalDate(field, text), otherwise);
    }
}
