package io.shouqi.lists;

import org.jspecify.annotations.Nullable;

/** By which column a list stands, as addresses say it: {@code due} from the first day on, {@code -due} from the last. */
public record Sorting(String column, Direction direction) {

    static final String PARAMETER = "sort";

    private static final String DOWN = "-";

    /** @return null where the list cannot be sorted so */
    static @Nullable Sorting parse(String text, Listing<?> listing) {
        var down = text.startsWith(DOWN);
        var code = down ? text.substring(DOWN.length()) : text;
        return listing.columns().stream().anyMatch(c -> c.code().equals(code) && c.isSortable())
                ? new Sorting(code, down ? Direction.DESCENDING : Direction.ASCENDING)
                : null;
    }

    @Override
    public String toString() {
        return direction == Direction.DESCENDING ? DOWN + column : column;
    }
}
