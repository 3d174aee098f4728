package io.shouqi.pricing.sheet;

import java.util.List;

/**
 * What one row says to a case.
 *
 * @param keys texts of the key columns: rows of the same item have the same
 * @param failed columns whose cells do not accept the case
 */
public record Verdict(SheetRow row, List<String> keys, Outcome outcome, List<Column<?>> failed) {

    public enum Outcome {
        /** It fired and counts. */
        COUNTS,
        /** It fired, and a more special row of the same item beats it. */
        BEATEN,
        FAILED
    }
}
