package io.shouqi.pricing;

import java.util.List;

/** A workbook that cannot become a decision table; every place that is wrong is named. */
class BadWorkbook extends RuntimeException {

    private final transient List<CellError> errors;

    BadWorkbook(List<CellError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    List<CellError> errors() {
        return errors;
    }
}
