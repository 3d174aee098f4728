package io.shouqi.pricing.sheet;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of a row, typed by their columns. Kept as the canonical text that stands in the rules. */
public record Terms(Map<String, String> codes) {

    public <T> @Nullable T get(Column<T> column) {
        var code = codes.get(column.key());
        return code == null ? null : column.kind().value(code);
    }

    /** Of a column that no row leaves empty. */
    public <T> T need(Column<T> column) {
        return Objects.requireNonNull(get(column), column.key());
    }

    @Nullable
    String code(Column<?> column) {
        return codes.get(column.key());
    }

    public boolean has(Column<?> column) {
        return codes.containsKey(column.key());
    }
}
