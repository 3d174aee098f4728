package io.shouqi.pricing;

import java.util.List;

/**
 * Something wrong in a workbook, at a place people can find.
 *
 * @param address such as C13; "" where it is the workbook as a whole
 * @param code key of the message bundles
 */
record CellError(String address, String code, List<Object> arguments) {

    static CellError at(int column, int row, String code, Object... arguments) {
        var letters = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        return new CellError(letters + row, code, List.of(arguments));
    }

    static CellError whole(String code, Object... arguments) {
        return new CellError("", code, List.of(arguments));
    }
}
