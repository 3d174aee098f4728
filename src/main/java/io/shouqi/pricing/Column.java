package io.shouqi.pricing;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a decision table. The product owns it; analysts own the cells below.
 *
 * @param condition the rule's constraint with {@code $param}; null where the column only carries a value
 * @param compiled how a row's cell stands in the compiled rule; null leaves the constraint out
 * @param choices Chinese label to code, in the order of the drop-down
 */
record Column(
        String name,
        String label,
        CellType type,
        boolean required,
        Map<String, String> choices,
        @Nullable String condition,
        Function<Row, @Nullable String> compiled) {

    static Column of(String name, String label, CellType type) {
        return new Column(name, label, type, false, Map.of(), null, row -> null);
    }

    static Column choice(String name, String label, Map<String, String> choices) {
        return new Column(name, label, CellType.CHOICE, false, choices, null, row -> null);
    }

    Column needed() {
        return new Column(name, label, type, true, choices, condition, compiled);
    }

    /** Compares a text of the case with the cell. */
    Column equalTo(String property) {
        return constrained(property + " == \"$param\"", row -> row.text(name));
    }

    /** Compares a whole number of the case with the cell. */
    Column constrained(String constraint, Function<Row, @Nullable String> cell) {
        return new Column(name, label, type, required, choices, constraint, cell);
    }
}
