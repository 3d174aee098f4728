package io.shouqi.portal.lists;

import io.shouqi.contract.ContractStatus;
import io.shouqi.portal.Attention;
import io.shouqi.pricing.DealType;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose above the contracts, as it came.
 *
 * @param overdue anything: only contracts of which some money is overdue
 * @param attention name of an {@link Attention}
 * @param pick numbers, where some were ticked
 */
record ContractFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable String type,
        @Nullable String store,
        @Nullable String from,
        @Nullable String to,
        @Nullable String overdue,
        @Nullable String attention,
        @Nullable List<String> pick) {

    static final List<String> PARAMETERS =
            List.of("q", "status", "type", "store", "from", "to", "overdue", "attention");

    private static final int LONGEST = 100;

    /** What to look for; null does not narrow. */
    record Wanted(
            @Nullable String text,
            @Nullable ContractStatus status,
            @Nullable DealType type,
            @Nullable String store,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean isOverdue,
            @Nullable Attention attention,
            @Nullable List<String> numbers) {}

    /** @throws Refusal 422 where nothing was ticked */
    ContractFilter picked() {
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
                checks.optionalOneOf("status", ContractStatus.class, status),
                checks.optionalOneOf("type", DealType.class, type),
                checks.optional("store", store, LONGEST),
                checks.optionalDate("from", from),
                checks.optionalDate("to", to),
                overdue != null && !overdue.isBlank(),
                checks.optionalOneOf("attention", Attention.class, attention),
                pick);
        checks.inOrder("from", wanted.from(), wanted.to(), "lists.from.afterTo");
        checks.refuse();
        return wanted;
    }
}
