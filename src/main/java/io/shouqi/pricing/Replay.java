package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version run over the contracts signed in a period: what they would have cost by it, beside what they cost.
 *
 * @param total contracts of the period
 * @param done how many have been looked at
 * @param changed how many would cost something else
 * @param unpriced how many the version has no answer for; their money is not in the sums
 * @param before what {@link Measure} measures, as it was
 * @param delta what it would be more
 * @param moved the sum of all changes of lines whichever direction: what the approval table decides by
 */
public record Replay(
        UUID id,
        State state,
        Measure measure,
        LocalDate from,
        LocalDate to,
        String askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        int total,
        int done,
        int changed,
        int unpriced,
        Money before,
        Money after,
        Money delta,
        Money moved) {

    public enum State {
        RUNNING,
        DONE,
        /** The node that ran it is gone, or it failed: ask again. */
        BROKEN_OFF
    }

    public enum Measure {
        /** What customers pay. */
        FEES,
        /** What is left to the company of its commission. */
        SHARES,
        /** The tax inside of the fees. */
        TAX,
        /** Contracts do not keep what this table decides by, so nothing can be said in money. */
        NONE
    }

    /** Whether the effect is known in money for every contract. */
    public boolean isComplete() {
        return state == State.DONE && measure != Measure.NONE && unpriced == 0;
    }
}
