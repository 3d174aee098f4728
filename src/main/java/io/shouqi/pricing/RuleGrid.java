package io.shouqi.pricing;

import io.shouqi.pricing.sheet.HeaderRow;
import io.shouqi.pricing.sheet.SheetReview;
import java.util.List;

/**
 * The data of a table as somebody edits it.
 *
 * @param note one line for the people who fill it in
 * @param firstRow number of the first row, as the sheet counts
 * @param rows texts cell by cell; "" for empty ones
 */
public record RuleGrid(String note, List<GridColumn> columns, int firstRow, List<List<String>> rows) {

    static RuleGrid of(SheetReview review) {
        return new RuleGrid(review.form().note(), GridColumn.of(review.form()), HeaderRow.DATA, review.texts());
    }
}
