package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import io.shouqi.sheet.SheetCells;
import io.shouqi.sheet.WorkbookFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a workbook that anybody may have made. What it returns is harmless; everything else is named by cell. */
final class SheetReader {

    static final int MOST_ROWS = 5_000;

    /** The last row a sheet may have. */
    private static final int LAST = HeaderRow.DATA + MOST_ROWS - 1;

    private final TableForm form;
    private final Checks checks = new Checks();
    private final SheetCells cells;

    private SheetReader(TableForm form, Sheet sheet) {
        this.form = form;
        this.cells = new SheetCells(sheet, checks);
    }

    /**
     * What a workbook says.
     *
     * @param texts of the data, cell by cell; "" for empty ones and for those that are no text
     * @param rows those of the texts that say something
     * @param checks knows every cell that is wrong
     */
    record Reading(List<List<String>> texts, List<SheetRow> rows, Checks checks) {}

    /** @throws io.shouqi.shared.Refusal where the file is no workbook of this table */
    static Reading read(TableForm form, byte[] workbook) {
        return WorkbookFile.read(workbook, LAST, sheet -> new SheetReader(form, sheet).read());
    }

    private Reading read() {
        checkHeader();
        cells.refuseMerged(HeaderRow.DATA);
        if (cells.lastRow() > LAST) {
            checks.add(TableForm.cell(LAST + 1, 0), "pricing.sheet.tooLong", MOST_ROWS);
        }
        checks.refuse();
        var texts = new ArrayList<List<String>>();
        var rows = new ArrayList<SheetRow>();
        for (var number = HeaderRow.DATA; number <= cells.lastRow(); number++) {
            var given = texts(number);
            texts.add(given.stream()
                    .map(text -> Objects.requireNonNullElse(text, ""))
                    .toList());
            if (given.stream().anyMatch(Objects::nonNull)) {
                rows.add(row(number, given));
            }
        }
        while (!texts.isEmpty() && texts.get(texts.size() - 1).stream().allMatch(String::isEmpty)) {
            texts.remove(texts.size() - 1);
        }
        if (rows.isEmpty() && checks.errors().isEmpty()) {
            checks.add(TableForm.cell(HeaderRow.DATA, 0), "pricing.sheet.empty");
        }
        return new Reading(texts, rows, checks);
    }

    private void checkHeader() {
        for (var header : HeaderRow.values()) {
            var width = Math.max(cells.width(header.number()), form.columns().size());
            for (var c = 0; c < width; c++) {
                var expected = form.header(header, c);
                if (!cells.says(header.number(), c, expected)) {
                    checks.add(TableForm.cell(header.number(), c), "pricing.cell.header", expected);
                }
            }
        }
    }

    private List<@Nullable String> texts(int number) {
        var texts = new ArrayList<@Nullable String>();
        for (var c = 0; c < form.columns().size(); c++) {
            texts.add(cells.text(number, c));
        }
        cells.refuseOutside(number, form.columns().size());
        return texts;
    }

    private SheetRow row(int number, List<@Nullable String> given) {
        var codes = new HashMap<String, String>();
        var texts = new LinkedHashMap<String, String>();
        for (var c = 0; c < given.size(); c++) {
            var column = form.columns().get(c);
            var text = given.get(c);
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
}
