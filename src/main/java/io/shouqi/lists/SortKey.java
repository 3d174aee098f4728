package io.shouqi.lists;

import io.shouqi.shared.PageCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a list is sorted in SQL, and goes on where a page ended.
 *
 * @param value what the rows are sorted by, never null there: a date without a day is {@code infinity}
 * @param number a unique column, for rows of the same value
 */
public record SortKey(String value, Type type, String number, Direction direction) {

    /** The name of the value in the result. */
    public static final String AS = "sort_value";

    /** Types that are compared exactly and read back from a cursor. */
    public enum Type {
        DATE,
        WHOLE,
        MOMENT;

        private Object read(String text) {
            return switch (this) {
                case DATE -> LocalDate.parse(text);
                case WHOLE -> Long.valueOf(text);
                case MOMENT -> OffsetDateTime.parse(text);
            };
        }

        private Class<?> javaClass() {
            return switch (this) {
                case DATE -> LocalDate.class;
                case WHOLE -> Long.class;
                case MOMENT -> OffsetDateTime.class;
            };
        }
    }

    public String selected() {
        return value + " as " + AS;
    }

    /** The condition {@code and …} with the parameters {@code :afterValue} and {@code :afterNumber}; empty at first. */
    public String after(@Nullable PageCursor cursor) {
        return cursor == null
                ? ""
                : " and (%s, %s) %s (:afterValue, :afterNumber)"
                        .formatted(value, number, direction == Direction.ASCENDING ? ">" : "<");
    }

    public String orderBy() {
        return orderBy(value, number);
    }

    /** The same order for rows that a subquery {@code page} chose with {@link #selected} and its number. */
    public String orderOfPage() {
        return orderBy("page." + AS, "page.number");
    }

    private String orderBy(String first, String second) {
        var way = direction == Direction.ASCENDING ? "" : " desc";
        return " order by " + first + way + ", " + second + way;
    }

    /** @throws io.shouqi.shared.Refusal 400 where it is not a value of this type */
    public Object value(PageCursor cursor) {
        try {
            return type.read(cursor.value());
        } catch (DateTimeException | NumberFormatException e) {
            throw PageCursor.unknown();
        }
    }

    public PageCursor end(ResultSet rs, String order) throws SQLException {
        return new PageCursor(order, String.valueOf(rs.getObject(AS, type.javaClass())), rs.getString("number"));
    }
}
