package io.shouqi.pricing;

import java.util.ArrayList;
import java.util.List;

/** The parts of every template sum to 100 percent. */
class TemplateRowCheck implements TableDefinition.RowCheck {

    @Override
    public List<CellError> errors(TableDefinition table, List<Row> rows) {
        return new ArrayList<>(PercentSums.errors(table, PercentSums.of(rows, row -> row.needed("template"))));
    }
}
