package io.shouqi.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list somebody asks for, as the address says it. Whatever no list of ours wrote is refused by name
 * instead of answered with an empty page.
 */
public record PageAsk(@Nullable String cursor, @Nullable String limit) {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    /**
     * @param most also the size where nobody asked for less
     * @throws Refusal 400
     */
    public int size(int most) {
        if (limit == null) {
            return most;
        }
        var size = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > most) {
            throw Refusal.malformed("limit", "list.limit", most);
        }
        return size;
    }

    /**
     * @param order the order the rows are asked for in
     * @return null for the first page
     * @throws Refusal 400 also where the place is one of the list in another order
     */
    public @Nullable PageCursor after(String order) {
        return cursor == null ? null : PageCursor.parse(cursor, order);
    }
}
