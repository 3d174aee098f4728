package io.shouqi.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Rows that belong together must share out exactly 100 percent. */
final class PercentSums {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PercentSums() {}

    static <K> Collection<List<Row>> of(List<Row> rows, Function<Row, K> key) {
        var groups = new LinkedHashMap<K, List<Row>>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return groups.values();
    }

    static List<CellError> errors(TableDefinition table, Collection<List<Row>> groups) {
        var errors = new ArrayList<CellError>();
        for (var group : groups) {
            var sum = group.stream()
                    .map(row -> Objects.requireNonNull(row.number("percent")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(HUNDRED) != 0) {
                var last = group.get(group.size() - 1);
                errors.add(CellError.at(
                        table.indexOf("percent"), last.number(), "pricing.row.percents", sum.toPlainString()));
            }
        }
        return errors;
    }
}
