package io.shouqi.sheet;

import io.shouqi.shared.Checks;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The texts of a sheet by row (from 1) and column (from 0); whatever is no text is named by its address. */
public final class SheetCells {

    private final Sheet sheet;
    private final Checks checks;

    public SheetCells(Sheet sheet, Checks checks) {
        this.sheet = sheet;
        this.checks = checks;
    }

    /** Address of a cell as people know it, such as C13. */
    public static String address(int row, int column) {
        return CellReference.convertNumToColString(column) + row;
    }

    public int lastRow() {
        return sheet.getLastRowNum() + 1;
    }

    public int width(int number) {
        var row = sheet.getRow(number - 1);
        return row == null ? 0 : Math.max(row.getLastCellNum(), 0);
    }

    /** Text of a text cell without surrounding blanks, or null where there is none. */
    public @Nullable String text(int number, int column) {
        var row = sheet.getRow(number - 1);
        var cell = row == null ? null : row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
        if (cell == null) {
            return null;
        }
        if (cell.getCellType() == CellType.STRING) {
            var text = cell.getStringCellValue().strip();
            return text.isEmpty() ? null : text;
        }
        checks.add(address(number, column), refusal(cell));
        return null;
    }

    /** @param expected "" for an empty cell */
    public boolean says(int number, int column, String expected) {
        return expected.equals(Objects.requireNonNullElse(text(number, column), ""));
    }

    /** Only the first of merged cells has a value; the others would silently mean something else. */
    public void refuseMerged(int firstRow) {
        for (var merged : sheet.getMergedRegions()) {
            if (merged.getLastRow() + 1 >= firstRow) {
                checks.add(address(merged.getFirstRow() + 1, merged.getFirstColumn()), "sheet.cell.merged");
            }
        }
    }

    /** Names what stands at the right of the columns. */
    public void refuseOutside(int number, int columns) {
        for (var c = columns; c < width(number); c++) {
            if (text(number, c) != null) {
                checks.add(address(number, c), "sheet.cell.outside");
            }
        }
    }

    private static String refusal(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? "sheet.cell.formula" : "sheet.cell.notText";
    }
}
