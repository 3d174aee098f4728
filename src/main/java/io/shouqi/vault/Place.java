package io.shouqi.vault;

import java.nio.charset.StandardCharsets;

/** One cell of the database. What is sealed for one place opens in no other. */
public record Place(SealedColumn column, String row) {

    byte[] associatedData() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return column.table() + "/" + column.name() + "/" + row;
    }
}
