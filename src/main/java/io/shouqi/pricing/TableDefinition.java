package io.shouqi.pricing;

import java.util.List;

/**
 * What a decision table is: its columns and the one that is the action of its rules. Header rows are made from this and
 * compared with this; an upload cannot bring its own.
 *
 * @param code ASCII name, as in file names and addresses
 * @param title Chinese name, as people see it
 * @param action name of a required column without a condition
 * @param check finds rows that contradict each other
 */
record TableDefinition(String code, String title, List<Column> columns, String action, RowCheck check) {

    /** Looks at all rows together; the single cells are known to be right. */
    interface RowCheck {
        List<CellError> errors(TableDefinition table, List<Row> rows);
    }

    int indexOf(String column) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code + " has no column " + column);
    }
}
