package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.HeaderRow;
import io.shouqi.pricing.sheet.SheetReview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two versions side by side, row by row in the order of the later one. */
public record RuleDiff(List<GridColumn> columns, List<Row> rows) {

    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * @param before number of the row in the earlier version; null where it is new
     * @param after number of the row in the later version; null where it is gone
     * @param cells one for each column
     */
    public record Row(
            Change change,
            @Nullable Integer before,
            @Nullable Integer after,
            List<Cell> cells) {}

    public record Cell(String before, String after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** How many rows are not the same. */
    public long changes() {
        return rows.stream().filter(row -> row.change() != Change.SAME).count();
    }

    static RuleDiff of(SheetReview before, SheetReview after) {
        var form = after.form();
        var keys = IntStream.range(0, form.columns().size())
                .filter(c -> isIn(form.columns().get(c), form.keys())
                        || isIn(form.columns().get(c), form.narrowing()))
                .toArray();
        var old = filled(before.texts());
        var now = filled(after.texts());
        var partner = new RowMatching(keys).match(texts(old), texts(now));
        return new RuleDiff(
                GridColumn.of(form), rows(old, now, partner, form.columns().size()));
    }

    private static boolean isIn(Column<?> column, List<Column<?>> columns) {
        return columns.stream().anyMatch(other -> other.key().equals(column.key()));
    }

    private record Numbered(int number, List<String> texts) {}

    private static List<Numbered> filled(List<List<String>> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(r -> new Numbered(HeaderRow.DATA + r, texts.get(r)))
                .filter(row -> row.texts().stream().anyMatch(text -> !text.isEmpty()))
                .toList();
    }

    private static List<List<String>> texts(List<Numbered> rows) {
        return rows.stream().map(Numbered::texts).toList();
    }

    /** A row that is gone stands where it stood: after the last one before it that is still there. */
    private static List<Row> rows(List<Numbered> old, List<Numbered> now, int[] partner, int width) {
        var taken = new boolean[old.size()];
        IntStream.of(partner).filter(p -> p >= 0).forEach(p -> taken[p] = true);
        var rows = new ArrayList<Row>();
        var next = 0;
        for (var n = 0; n < now.size(); n++) {
            while (partner[n] >= 0 && next < partner[n]) {
                addGone(rows, old.get(next), taken[next], width);
                next++;
            }
            next = Math.max(next, partner[n] + 1);
            rows.add(row(partner[n] < 0 ? null : old.get(partner[n]), now.get(n), width));
        }
        for (; next < old.size(); next++) {
            addGone(rows, old.get(next), taken[next], width);
        }
        return rows;
    }

    private static void addGone(List<Row> rows, Numbered old, boolean stillThere, int width) {
        if (!stillThere) {
            rows.add(row(old, null, width));
        }
    }

    private static Row row(@Nullable Numbered old, @Nullable Numbered now, int width) {
        var cells = IntStream.range(0, width)
                .mapToObj(c -> new Cell(text(old, c), text(now, c)))
                .toList();
        var change = old == null
                ? Change.ADDED
                : now == null ? Change.REMOVED : cells.stream().anyMatch(Cell::changed) ? Change.CHANGED : Change.SAME;
        return new Row(change, old == null ? null : old.number(), now == null ? null : now.number(), cells);
    }

    private static String text(@Nullable Numbered row, int column) {
        return row == null ? "" : row.texts().get(column);
    }
}
