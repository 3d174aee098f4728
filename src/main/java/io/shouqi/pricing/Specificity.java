package io.shouqi.pricing;

import java.util.List;

/** A row for a store beats one for its city, which beats one for everywhere. */
final class Specificity {

    private Specificity() {}

    static List<Row> most(List<Row> rows) {
        var best = rows.stream().mapToInt(Specificity::of).max().orElse(0);
        return rows.stream().filter(row -> of(row) == best).toList();
    }

    private static int of(Row row) {
        return (row.has("store") ? 4 : 0) + (row.has("city") ? 2 : 0) + (row.has("type") ? 1 : 0);
    }
}
