package io.shouqi.pricing;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table says to a case.
 *
 * @param rows those that fired, and those of the same items that did not; where none fired, those that came closest
 * @param quote of fee tables: the lines with their why; null where there is no price, and for other tables
 * @param amounts of other tables that say amounts: label to amount
 * @param noPrice of fee tables: why there is none
 */
public record Trial(List<Row> rows, @Nullable Quote quote, List<Amount> amounts, List<FieldError> noPrice) {

    public enum Outcome {
        /** It fired and counts. */
        COUNTS,
        /** It fired, and a more special row of the same item beats it. */
        BEATEN,
        FAILED
    }

    /**
     * @param number as the sheet counts
     * @param item what the row is about: texts of its key columns
     * @param texts label to text, without empty cells
     * @param failed the cells that do not accept the case
     */
    public record Row(int number, String item, Outcome outcome, Map<String, String> texts, List<Failed> failed) {}

    /** @param cell address such as E13 */
    public record Failed(String cell, String label, String text) {}

    public record Amount(String label, Money amount) {}
}
