package io.shouqi.pricing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a workbook into typed rows. The header must be the product's own; every wrong cell is named. */
final class WorkbookReader {

    private static final int MOST_ERRORS = 200;

    static {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
    }

    private WorkbookReader() {}

    /** @throws BadWorkbook naming every place that is wrong */
    static List<Row> read(TableDefinition table, byte[] content) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var errors = new ArrayList<CellError>();
            var rows = rows(table, book.getSheetAt(0), errors);
            if (errors.isEmpty()) {
                errors.addAll(table.check().errors(table, rows));
            }
            if (!errors.isEmpty()) {
                throw new BadWorkbook(errors);
            }
            return rows;
        } catch (BadWorkbook e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // a broken or hostile file makes the library throw whatever it likes
            throw new BadWorkbook(List.of(CellError.whole("pricing.workbook.unreadable")));
        }
    }

    private static List<Row> rows(TableDefinition table, XSSFSheet sheet, List<CellError> errors) {
        compareHeader(table, sheet, errors);
        if (sheet.getLastRowNum() >= Sheet.FIRST_ROW + Sheet.MOST_ROWS) {
            errors.add(CellError.whole("pricing.workbook.tooLong", Sheet.MOST_ROWS));
        }
        var rows = new ArrayList<Row>();
        for (var r = Sheet.FIRST_ROW; errors.size() < MOST_ERRORS && r <= sheet.getLastRowNum(); r++) {
            var row = row(table, sheet, r, errors);
            if (row != null) {
                rows.add(row);
            }
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add(CellError.whole("pricing.workbook.empty"));
        }
        return rows;
    }

    private static void compareHeader(TableDefinition table, XSSFSheet sheet, List<CellError> errors) {
        for (var r = Sheet.RULE_SET; r < Sheet.FIRST_ROW; r++) {
            for (var c = 0; c < table.columns().size(); c++) {
                var found = text(sheet, r, c);
                if (!WorkbookWriter.header(table, r, c).equals(found == null ? "" : found)) {
                    errors.add(CellError.at(c, r + 1, "pricing.cell.header"));
                }
            }
        }
    }

    private static @Nullable Row row(TableDefinition table, XSSFSheet sheet, int r, List<CellError> errors) {
        var cells = new LinkedHashMap<String, Object>();
        var wrong = new ArrayList<CellError>();
        var empty = true;
        for (var c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c);
            var text = text(sheet, r, c);
            empty &= text == null;
            var value = text == null ? null : Cells.read(column, text);
            if (value != null) {
                cells.put(column.name(), value);
            } else if (text != null) {
                wrong.add(CellError.at(c, r + 1, "pricing.cell." + column.type(), expected(column)));
            } else if (column.required()) {
                wrong.add(CellError.at(c, r + 1, "pricing.cell.required"));
            }
        }
        if (!empty) {
            errors.addAll(wrong);
        }
        return empty || !wrong.isEmpty() ? null : new Row(r + 1, cells);
    }

    private static String expected(Column column) {
        return String.join("、", column.choices().keySet());
    }

    /** The text a person means, free of number formats; null for an empty cell. */
    private static @Nullable String text(XSSFSheet sheet, int r, int c) {
        var row = sheet.getRow(r);
        Cell cell = row == null ? null : row.getCell(c);
        if (cell == null) {
            return null;
        }
        var text = switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC -> number(cell);
            case BLANK -> "";
            // formulas, booleans and errors are no data: refused as a cell of the wrong kind
            default -> "=";
        };
        return text.isEmpty() ? null : text;
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }
}
