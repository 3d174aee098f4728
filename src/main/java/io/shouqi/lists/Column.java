package io.shouqi.lists;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list: its heading, how it stands, whether it can be sorted by, and what of it goes into a workbook.
 *
 * @param <R> a row of the list
 * @param code as settings and addresses name it
 * @param label message key
 * @param firstOrder how rows stand after the first press of the heading; null where nobody sorts by it
 * @param sheet the columns of a workbook it becomes
 */
public record Column<R>(
        String code,
        String label,
        ColumnKind kind,
        Shown shown,
        @Nullable Direction firstOrder,
        List<SheetColumn<R>> sheet) {

    /** What the row is: always there, always first. Says itself what of it a workbook has. */
    public static <R> Column<R> head(String code, String label) {
        return new Column<>(code, label, ColumnKind.HEAD, Shown.ALWAYS, null, List.of());
    }

    /** @param value see {@link SheetColumn} */
    public static <R> Column<R> of(String code, String label, ColumnKind kind, Function<R, @Nullable Object> value) {
        return new Column<>(code, label, kind, Shown.USUALLY, null, List.of(new SheetColumn<>(label, value)));
    }

    public Column<R> always() {
        return new Column<>(code, label, kind, Shown.ALWAYS, firstOrder, sheet);
    }

    public Column<R> onRequest() {
        return new Column<>(code, label, kind, Shown.ON_REQUEST, firstOrder, sheet);
    }

    public Column<R> sorted(Direction first) {
        return new Column<>(code, label, kind, shown, first, sheet);
    }

    /** Takes these along into a workbook instead of the one of its heading. */
    @SafeVarargs
    public final Column<R> as(SheetColumn<R>... columns) {
        return new Column<>(code, label, kind, shown, firstOrder, List.of(columns));
    }

    public boolean isSortable() {
        return firstOrder != null;
    }

    public boolean isHideable() {
        return shown != Shown.ALWAYS;
    }

    public boolean isMovable() {
        return kind != ColumnKind.HEAD;
    }
}
