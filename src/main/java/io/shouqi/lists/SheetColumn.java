package io.shouqi.lists;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a workbook.
 *
 * @param label message key
 * @param value money, dates and whole numbers become such cells, a {@link Word} is said in the reader's language,
 *     what there are several of stands in one cell, everything else is text
 */
public record SheetColumn<R>(String label, Function<R, @Nullable Object> value) {

    /** @param key of the message bundles */
    public record Word(String key) {}
}
