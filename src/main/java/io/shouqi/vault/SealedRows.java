package io.shouqi.vault;

import java.util.ArrayList;
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

    /** Rows that name another key than {@code :data} and {@code :index} anywhere. */
    String stale() {
        var conditions = new ArrayList<String>();
        for (var column : columns) {
            conditions.add("substring(" + column.name() + " from 1 for " + KeyPrefix.LENGTH + ") <> :data");
            if (column.kind().found() != Kind.Found.NEVER) {
                conditions.add("substring(" + column.index() + " from 1 for " + Integer.BYTES + ") <> :index");
            }
        }
        return "(" + String.join(" or ", conditions) + ")";
    }
}
