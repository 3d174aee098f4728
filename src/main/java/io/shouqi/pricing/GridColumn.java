package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.sheet.SheetCells;
import java.util.List;

/**
 * A column as somebody edits it.
 *
 * @param letter as the sheet names it, such as C
 * @param hint code of the message that says what fits; it may name the choices
 * @param choices labels of a drop-down; empty where anything of its kind may be typed
 * @param needed whether no row may leave its cell empty
 * @param figures whether it holds numbers, which stand to the right
 * @param condition whether it says when a row holds, and not what it says then
 */
public record GridColumn(
        String key,
        String letter,
        String label,
        String hint,
        List<String> choices,
        boolean needed,
        boolean figures,
        boolean condition) {

    static List<GridColumn> of(TableForm form) {
        return form.columns().stream()
                .map(column -> of(column, form.columns().indexOf(column)))
                .toList();
    }

    private static GridColumn of(Column<?> column, int index) {
        var first = SheetCells.address(1, index);
        return new GridColumn(
                column.key(),
                first.substring(0, first.length() - 1),
                column.label(),
                column.kind().refusal(),
                column.kind().choices(),
                column.required(),
                column.kind().isFigures(),
                column.isCondition());
    }
}
