package io.shouqi.lists;

import io.shouqi.shared.PageCursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** @param next where the following page begins; null on the last */
public record ListPage<R>(List<R> items, @Nullable PageCursor next) {

    /** @param found one more than the page has, where there are more */
    public static <F, R> ListPage<R> of(List<F> found, int size, Function<F, R> row, Function<F, PageCursor> end) {
        var items = found.stream().limit(size).map(row).toList();
        return new ListPage<>(items, found.size() > size ? end.apply(found.get(size - 1)) : null);
    }

    public static <R> ListPage<R> none() {
        return new ListPage<>(List.of(), null);
    }
}
