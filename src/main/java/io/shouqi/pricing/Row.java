package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table with its cells read: String, Money, BigDecimal or LocalDate by the type of the column.
 *
 * @param number of the sheet, counted from 1
 */
record Row(int number, Map<String, Object> cells) {

    boolean has(String column) {
        return cells.containsKey(column);
    }

    @Nullable
    String text(String column) {
        return (String) cells.get(column);
    }

    String needed(String column) {
        return Objects.requireNonNull(text(column));
    }

    @Nullable
    Money money(String column) {
        return (Money) cells.get(column);
    }

    @Nullable
    BigDecimal number(String column) {
        return (BigDecimal) cells.get(column);
    }

    @Nullable
    LocalDate date(String column) {
        return (LocalDate) cells.get(column);
    }
}
