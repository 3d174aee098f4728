package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import io.shouqi.sheet.SheetCells;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table looks like. The product owns it: workbooks are written from it and compared with it, and rules
 * are compiled from it and never from the header of a file.
 *
 * @param note one line for the people who fill in the table
 * @param keys columns that tell apart what is decided side by side: each gets its own winner among the rows
 * @param narrowing columns that, filled in, make a row special; the first is the most special. A special row beats a
 *     general one with the same keys
 * @param check what only this table knows about its rows
 */
public record TableForm(
        String code,
        String title,
        String note,
        List<Column<?>> columns,
        List<Column<?>> keys,
        List<Column<?>> narrowing,
        List<Span> spans,
        RowCheck check) {

    /** Names what is wrong with a row by the addresses of its cells. */
    public interface RowCheck {
        void check(SheetRow row, TableForm form, Checks checks);

        RowCheck NONE = (row, form, checks) -> {};
    }

    private static final String RULE_PACKAGE = "io.shouqi.pricing.rules";

    /**
     * What must stand in a cell above the data.
     *
     * @param column from 0
     */
    String header(HeaderRow row, int column) {
        return switch (row) {
            case TITLE -> column == 0 ? title : "";
            case NOTE -> column == 0 ? note : "";
            case RULE_SET -> setting(column, "RuleSet", RULE_PACKAGE);
            case IMPORT -> setting(column, "Import", Case.class.getName() + ", " + Hits.class.getName());
            case VARIABLES -> setting(column, "Variables", Hits.class.getSimpleName() + " " + RuleCompiler.HITS);
            case RULE_TABLE -> column == 0 ? "RuleTable " + code : "";
            case KIND, PATTERN, SNIPPET, LABEL ->
                column < columns.size() ? columns.get(column).header(row) : "";
        };
    }

    private static String setting(int column, String name, String value) {
        return column == 0 ? name : column == 1 ? value : "";
    }

    Optional<Span> spanOf(Column<?> column) {
        return spans.stream().filter(span -> span.bounds(column)).findFirst();
    }

    /** What stands in the rule for a cell; null where the row leaves that side open. */
    @Nullable
    String code(Column<?> column, Terms terms) {
        var span = spanOf(column);
        return span.isPresent() ? span.get().code(column, terms) : terms.code(column);
    }

    /** Address of a cell as people know it, such as C13. */
    public String cell(int row, Column<?> column) {
        return cell(row, columns.indexOf(column));
    }

    static String cell(int row, int column) {
        return SheetCells.address(row, column);
    }
}
