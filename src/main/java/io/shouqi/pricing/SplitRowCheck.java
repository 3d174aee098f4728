package io.shouqi.pricing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shares that one deal can meet sum to 100 percent. */
class SplitRowCheck implements TableDefinition.RowCheck {

    private record Key(@Nullable String type, @Nullable String store) {}

    @Override
    public List<CellError> errors(TableDefinition table, List<Row> rows) {
        var groups = PercentSums.of(rows, row -> new Key(row.text("type"), row.text("store")));
        return new ArrayList<>(PercentSums.errors(table, groups));
    }
}
