package io.shouqi.pricing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes decision tables: for people, with labels, drop-downs, a frozen header and the code rows out of the way; for
 * Drools, with the cells as the rules compare them.
 */
final class WorkbookWriter {

    private static final int ROOM_FOR_ROWS = 2_000;

    private WorkbookWriter() {}

    /** @param rows cells by column name, as people write them */
    static byte[] forPeople(TableDefinition table, List<Map<String, String>> rows) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(table.title());
            header(sheet, table);
            for (var i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(Sheet.FIRST_ROW + i);
                for (var c = 0; c < table.columns().size(); c++) {
                    var text = rows.get(i).get(table.columns().get(c).name());
                    if (text != null) {
                        row.createCell(c).setCellValue(text);
                    }
                }
            }
            style(book, sheet, table, rows.size());
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rows at the same places, each cell as its rule compares it. */
    static byte[] forDrools(TableDefinition table, List<Row> rows) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(table.title());
            header(sheet, table);
            for (var c = 0; c < table.columns().size(); c++) {
                // Drools wants no label over a column that takes no part in the rule
                if (header(table, Sheet.KEYWORDS, c).isEmpty()) {
                    sheet.getRow(Sheet.LABELS)
                            .removeCell(sheet.getRow(Sheet.LABELS).getCell(c));
                }
            }
            for (var row : rows) {
                var target = sheet.createRow(row.number() - 1);
                for (var c = 0; c < table.columns().size(); c++) {
                    var column = table.columns().get(c);
                    var cell = column.name().equals(table.action())
                            ? "fires"
                            : column.compiled().apply(row);
                    if (cell != null) {
                        target.createCell(c).setCellValue(cell);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(TableDefinition table, int row, int column) {
        var c = table.columns().get(column);
        var action = c.name().equals(table.action());
        return switch (row) {
            case Sheet.TITLE -> column == 0 ? table.title() : "";
            case Sheet.RULE_SET -> pair(column, "RuleSet", "io.shouqi.rules");
            case Sheet.IMPORT -> pair(column, "Import", RuleCase.class.getName() + ", " + RuleHits.class.getName());
            case Sheet.VARIABLES -> pair(column, "Variables", "RuleHits hits");
            case Sheet.RULE_TABLE -> column == 0 ? "RuleTable " + table.code() : "";
            case Sheet.KEYWORDS -> action ? "ACTION" : c.condition() == null ? "" : "CONDITION";
            case Sheet.PATTERN -> action || c.condition() == null ? "" : "RuleCase";
            case Sheet.CONSTRAINTS ->
                action ? "hits.add(drools.getRule().getName()); // $param" : c.condition() == null ? "" : c.condition();
            case Sheet.LABELS -> c.label() + (c.required() ? " *" : "");
            default -> throw new IllegalArgumentException("row " + row + " is no header");
        };
    }

    private static String pair(int column, String name, String value) {
        return column == 0 ? name : column == 1 ? value : "";
    }

    private static void header(XSSFSheet sheet, TableDefinition table) {
        for (var r = 0; r < Sheet.FIRST_ROW; r++) {
            var row = sheet.createRow(r);
            for (var c = 0; c < table.columns().size(); c++) {
                var text = header(table, r, c);
                if (!text.isEmpty()) {
                    row.createCell(c).setCellValue(text);
                }
            }
        }
    }

    private static void style(XSSFWorkbook book, XSSFSheet sheet, TableDefinition table, int rows) {
        var label = label(book);
        var data = data(book);
        for (var c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c);
            sheet.setDefaultColumnStyle(c, data);
            sheet.setColumnWidth(
                    c, 256 * Math.min(24, Math.max(12, column.label().length() * 2 + 4)));
            sheet.getRow(Sheet.LABELS).getCell(c).setCellStyle(label);
            if (column.type() == CellType.CHOICE) {
                offer(sheet, column, c);
            }
        }
        for (var r = Sheet.FIRST_ROW; r < Sheet.FIRST_ROW + rows; r++) {
            sheet.getRow(r).forEach(cell -> cell.setCellStyle(data));
        }
        for (var r = Sheet.RULE_SET; r < Sheet.LABELS; r++) {
            sheet.getRow(r).setZeroHeight(true);
        }
        title(book, sheet, table);
        sheet.getRow(Sheet.LABELS).setHeightInPoints(30);
        sheet.createFreezePane(Math.min(2, table.columns().size() - 1), Sheet.FIRST_ROW);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockFormatColumns(false);
        sheet.lockSort(false);
        sheet.protectSheet("");
    }

    private static void title(XSSFWorkbook book, XSSFSheet sheet, TableDefinition table) {
        var font = book.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 16);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        sheet.getRow(Sheet.TITLE).setHeightInPoints(32);
        sheet.getRow(Sheet.TITLE).getCell(0).setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(
                Sheet.TITLE, Sheet.TITLE, 0, Math.min(5, table.columns().size() - 1)));
    }

    private static void offer(XSSFSheet sheet, Column column, int at) {
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createExplicitListConstraint(column.choices().keySet().toArray(String[]::new)),
                new CellRangeAddressList(Sheet.FIRST_ROW, Sheet.FIRST_ROW + ROOM_FOR_ROWS, at, at));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
                column.label(), String.join("、", column.choices().keySet()));
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private static CellStyle label(XSSFWorkbook book) {
        var font = book.createFont();
        font.setBold(true);
        font.setColor(IndexedColors.WHITE.getIndex());
        var style = book.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.DARK_RED.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static CellStyle data(XSSFWorkbook book) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setLocked(false);
        style.setBorderBottom(BorderStyle.HAIR);
        return style;
    }
}
