package io.shouqi.portal.monitor;

import io.shouqi.lists.ListPage;
import io.shouqi.shared.PageCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of a view of the engine, by a moment and what makes its rows unique.
 *
 * @param name of the list, as its cursors have it
 * @param view name of the view, or a select in brackets
 * @param moment what the rows are sorted by
 * @param unique a text
 * @param down whether the newest come first
 */
record Paged(String name, String view, String moment, String unique, boolean down) {

    static final int SIZE = 30;

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]");

    interface Reader<R> {
        R read(ResultSet rs) throws SQLException;
    }

    /**
     * First which rows, then what stands in them.
     *
     * @param columns more of a row v; begins with a comma where there are any
     * @param joins what they need
     */
    <R> ListPage<R> page(
            JdbcClient jdbc, Scope scope, @Nullable String cursor, String columns, String joins, Reader<R> reader) {
        var after = cursor == null ? null : place(PageCursor.parse(cursor, name));
        if (after != null) {
            scope.and("(%s, %s) %s (cast(:afterValue as timestamp), :afterNumber)"
                            .formatted(moment, unique, down ? "<" : ">"))
                    .and("true", "afterValue", after.value())
                    .and("true", "afterNumber", after.number());
        }
        var order = down ? " desc" : "";
        var sql = "with page as (select v.*, to_char(" + moment + ", 'YYYY-MM-DD HH24:MI:SS.US') as sort_value, "
                + unique
                + " as number from " + view + " v" + Scope.BUSINESS + scope.where() + " order by " + moment + order
                + ", "
                + unique + order + " limit " + (SIZE + 1) + ") select " + Work.COLUMNS + columns
                + ", v.sort_value, v.number as row_number from page v" + Work.JOINS + joins + " order by v.sort_value"
                + order + ", v.number" + order;
        var found = scope.ask(jdbc, sql)
                .query((rs, row) -> new Found<>(
                        reader.read(rs), new PageCursor(name, rs.getString("sort_value"), rs.getString("row_number"))))
                .list();
        return ListPage.of(List.copyOf(found), SIZE, Found::row, Found::end);
    }

    private record Found<R>(R row, PageCursor end) {}

    private static PageCursor place(PageCursor cursor) {
        try {
            LocalDateTime.parse(cursor.value(), STORED);
            return cursor;
        } catch (DateTimeParseException e) {
            throw PageCursor.unknown();
        }
    }
}
