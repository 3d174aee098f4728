package io.shouqi.portal.lists;

import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose above the receivables, as it came; named as in the API.
 *
 * @param pick numbers, where some were ticked
 */
record ReceivableFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable String storeCode,
        @Nullable String payer,
        @Nullable String dueFrom,
        @Nullable String dueTo,
        @Nullable List<String> pick) {

    static final List<String> PARAMETERS = List.of("q", "status", "storeCode", "payer", "dueFrom", "dueTo");

    private static final int LONGEST = 100;

    /** What to look for; null does not narrow. */
    record Wanted(
            @Nullable String text,
            DebtState state,
            @Nullable String store,
            @Nullable PartyRole payer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> numbers) {}

    /** @throws Refusal 422 where nothing was ticked */
    ReceivableFilter picked() {
        if (pick == null || pick.isEmpty()) {
            throw Refusal.invalid("pick", "lists.pick.nothing");
        }
        return new ReceivableFilter(q, DebtState.ALL.name(), storeCode, payer, dueFrom, dueTo, pick);
    }

    /**
     * What is unpaid, as long as nobody asks for something else.
     *
     * @throws Refusal 422 naming the fields that make no sense
     */
    Wanted wanted() {
        var checks = new Checks();
        var state = checks.optionalOneOf("status", DebtState.class, status);
        var wanted = new Wanted(
                checks.optional("q", q, LONGEST),
                Objects.requireNonNullElse(state, DebtState.UNPAID),
                checks.optional("storeCode", storeCode, LONGEST),
                checks.optionalOneOf("payer", PartyRole.class, payer),
                checks.optionalDate("dueFrom", dueFrom),
                checks.optionalDate("dueTo", dueTo),
                pick);
        checks.inOrder("dueFrom", wanted.from(), wanted.to(), "lists.from.afterTo");
        checks.refuse();
        return wanted;
    }
}
