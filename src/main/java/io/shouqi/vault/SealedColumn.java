package io.shouqi.vault;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A column of type bytea that holds sealed text. Kinds that are found by their whole have {@code <name>_index} beside
 * it, those found by their last four characters {@code <name>_tail} as well.
 */
public record SealedColumn(String table, String name, Kind kind) {

    /** @param key the row's key, in the order of {@link SealedRows} */
    public Place of(Object... key) {
        return new Place(this, Arrays.stream(key).map(String::valueOf).collect(Collectors.joining("/")));
    }

    String index() {
        return name + "_index";
    }

    String tail() {
        return name + "_tail";
    }
}
