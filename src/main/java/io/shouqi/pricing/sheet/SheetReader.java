package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a workbook that anybody may have made. What it returns is harmless; everything else is named by cell. */
final class SheetReader {

    static final int MOST_ROWS = 2_000;

    private final TableForm form;
    private final Sheet sheet;
    private final Checks checks = new Checks();

    private SheetReader(TableForm form, Sheet sheet) {
        this.form = form;
        this.sheet = sheet;
    }

    static List<SheetRow> read(TableForm form, byte[] workbook) {
        WorkbookFile.requireModest(workbook);
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return new SheetReader(form, opened.getSheetAt(0)).rows();
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library answers a broken file with whatever exception comes first
            throw WorkbookFile.unreadable();
        }
    }

    private List<SheetRow> rows() {
        checkHeader();
        checkMergedCells();
        if (sheet.getLastRowNum() >= HeaderRow.DATA - 1 + MOST_ROWS) {
            checks.add(TableForm.cell(HeaderRow.DATA + MOST_ROWS, 0), "pricing.sheet.tooLong", MOST_ROWS);
            checks.refuse();
        }
        var rows = new ArrayList<SheetRow>();
        for (var number = HeaderRow.DATA; number <= sheet.getLastRowNum() + 1; number++) {
            row(number).ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            checks.add(TableForm.cell(HeaderRow.DATA, 0), "pricing.sheet.empty");
        }
        checks.refuse();
        return rows;
    }

    private void checkHeader() {
        for (var header : HeaderRow.values()) {
            var cells = Math.max(width(header.number()), form.columns().size());
            for (var c = 0; c < cells; c++) {
                var expected = form.header(header, c);
                if (!expected.equals(Objects.requireNonNullElse(text(header.number(), c), ""))) {
                    checks.add(TableForm.cell(header.number(), c), "pricing.cell.header", expected);
                }
            }
        }
    }

    /** Only the first of merged cells has a value; the others would silently mean "any". */
    private void checkMergedCells() {
        for (var merged : sheet.getMergedRegions()) {
            if (merged.getLastRow() + 1 >= HeaderRow.DATA) {
                checks.add(TableForm.cell(merged.getFirstRow() + 1, merged.getFirstColumn()), "pricing.cell.merged");
            }
        }
    }

    private Optional<SheetRow> row(int number) {
        var texts = new ArrayList<@Nullable String>();
        for (var c = 0; c < form.columns().size(); c++) {
            texts.add(text(number, c));
        }
        for (var c = form.columns().size(); c < width(number); c++) {
            if (text(number, c) != null) {
                checks.add(TableForm.cell(number, c), "pricing.cell.outside");
            }
        }
        return texts.stream().allMatch(Objects::isNull) ? Optional.empty() : Optional.of(row(number, texts));
    }

    private SheetRow row(int number, List<@Nullable String> cells) {
        var codes = new HashMap<String, String>();
        var texts = new LinkedHashMap<String, String>();
        for (var c = 0; c < cells.size(); c++) {
            var column = form.columns().get(c);
            var text = cells.get(c);
            if (text != null) {
                texts.put(column.label(), text);
                var code = column.kind().code(text);
                if (code == null) {
                    checks.add(
                            form.cell(number, column),
                            column.kind().refusal(),
                            String.join("、", column.kind().choices()));
                } else {
                    codes.put(column.key(), code);
                }
            } else if (column.required()) {
                checks.add(form.cell(number, column), "field.required");
            }
        }
        return new SheetRow(number, new Terms(codes), texts);
    }

    private int width(int number) {
        var row = sheet.getRow(number - 1);
        return row == null ? 0 : Math.max(row.getLastCellNum(), 0);
    }

    /** Text of a text cell without surrounding blanks, or null where there is none. */
    private @Nullable String text(int number, int column) {
        var row = sheet.getRow(number - 1);
        var cell = row == null ? null : row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
        if (cell == null) {
            return null;
        }
        if (cell.getCellType() == CellType.STRING) {
            var text = cell.getStringCellValue().strip();
            return text.isEmpty() ? null : text;
        }
        checks.add(TableForm.cell(number, column), refusal(cell));
        return null;
    }

    private static String refusal(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? "pricing.cell.formula" : "pricing.cell.notText";
    }
}
