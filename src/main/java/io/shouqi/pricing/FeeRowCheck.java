package io.shouqi.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** Fee rows that need more than cells that are right one by one: a rate for a rate mode, bands that do not overlap. */
class FeeRowCheck implements TableDefinition.RowCheck {

    private record Key(
            String code,
            String type,
            @org.jspecify.annotations.Nullable String city,
            @org.jspecify.annotations.Nullable String store,
            String payer) {

        static Key of(Row row) {
            return new Key(
                    row.needed("code"), row.needed("type"), row.text("city"), row.text("store"), row.needed("payer"));
        }
    }

    @Override
    public List<CellError> errors(TableDefinition table, List<Row> rows) {
        var errors = new ArrayList<CellError>();
        rows.forEach(row -> errors.addAll(ofRow(table, row)));
        var groups = new LinkedHashMap<Key, List<Row>>();
        rows.forEach(row ->
                groups.computeIfAbsent(Key.of(row), k -> new ArrayList<>()).add(row));
        groups.values().forEach(group -> errors.addAll(overlaps(table, group)));
        return errors;
    }

    private static List<CellError> ofRow(TableDefinition table, Row row) {
        var errors = new ArrayList<CellError>();
        var fixed = "FIXED".equals(row.text("mode"));
        if (fixed && !row.has("fixed")) {
            errors.add(error(table, row, "fixed", "pricing.cell.required"));
        }
        if (!fixed && !row.has("rate")) {
            errors.add(error(table, row, "rate", "pricing.cell.required"));
        }
        if (low(row) >= high(row)) {
            errors.add(error(table, row, "to", "pricing.row.band"));
        }
        var minimum = row.money("minimum");
        var maximum = row.money("maximum");
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            errors.add(error(table, row, "maximum", "pricing.row.limits"));
        }
        if (start(row).isAfter(end(row))) {
            errors.add(error(table, row, "validTo", "pricing.row.dates"));
        }
        return errors;
    }

    private static List<CellError> overlaps(TableDefinition table, List<Row> group) {
        var errors = new ArrayList<CellError>();
        for (var i = 0; i < group.size(); i++) {
            for (var later : group.subList(i + 1, group.size())) {
                var earlier = group.get(i);
                var bands = Math.max(low(earlier), low(later)) < Math.min(high(earlier), high(later));
                var days = !start(earlier).isAfter(end(later)) && !start(later).isAfter(end(earlier));
                if (bands && days) {
                    errors.add(error(table, later, "from", "pricing.row.overlap", earlier.number()));
                }
            }
        }
        return errors;
    }

    private static CellError error(TableDefinition table, Row row, String column, String code, Object... arguments) {
        return CellError.at(table.indexOf(column), row.number(), code, arguments);
    }

    /** The band as fen: above the low end, up to and with the high end. */
    private static long low(Row row) {
        var from = row.money("from");
        return from == null ? -1 : from.fen() - Tables.shift(row);
    }

    private static long high(Row row) {
        var to = row.money("to");
        return to == null ? Long.MAX_VALUE : to.fen() - Tables.shift(row);
    }

    private static LocalDate start(Row row) {
        return Objects.requireNonNullElse(row.date("validFrom"), LocalDate.MIN);
    }

    private static LocalDate end(Row row) {
        return Objects.requireNonNullElse(row.date("validTo"), LocalDate.MAX);
    }
}
