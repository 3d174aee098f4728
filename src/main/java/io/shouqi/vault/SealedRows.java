package io.shouqi.vault;

import java.util.List;

/**
 * A table with sealed columns. Modules offer one bean for each, so that the vault can seal its rows again when keys
 * have changed.
 *
 * @param key columns that name a row, in the order of {@link SealedColumn#of}; they never change
 */
public record SealedRows(String table, List<String> key, List<SealedColumn> columns) {

    public SealedRows {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
