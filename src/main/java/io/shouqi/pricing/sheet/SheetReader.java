package io.shouqi.pricing.sheet;

import io.shouqi.shared.Checks;
import io.shouqi.sheet.SheetCells;
import io.shouqi.sheet.WorkbookFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a workbook that anybody may have made. What it returns is harmless; everything else is named by cell. */
final class SheetReader {

    static final int MOST_ROWS = 2_000;

    private final TableForm form;
    private final Checks checks = new Checks();
    private final SheetCells cells;

    private SheetReader(TableForm form, Sheet sheet) {
        this.form = form;
        this.cells = new SheetCells(sheet, checks);
    }

    static List<SheetRow> read(TableForm form, byte[] workbook) {
        return WorkbookFile.read(workbook, sheet -> new SheetReader(form, sheet).rows());
    }

    private List<SheetRow> rows() {
        checkHeader();
        cells.refuseMerged(HeaderRow.DATA);
        if (cells.lastRow() >= HeaderRow.DATA + MOST_ROWS) {
            checks.add(TableForm.cell(HeaderRow.DATA + MOST_ROWS, 0), "pricing.sheet.tooLong", MOST_ROWS);
            checks.refuse();
        }
        var rows = new ArrayList<SheetRow>();
        for (var number = HeaderRow.DATA; number <= cells.lastRow(); number++) {
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
            var width = Math.max(cells.width(header.number()), form.columns().size());
            for (var c = 0; c < width; c++) {
                var expected = form.header(header, c);
                if (!cells.says(header.number(), c, expected)) {
                    checks.add(TableForm.cell(header.number(), c), "pricing.cell.header", expected);
                }
            }
        }
    }

    private Optional<SheetRow> row(int number) {
        var texts = new ArrayList<@Nullable String>();
        for (var c = 0; c < form.columns().size(); c++) {
            texts.add(cells.text(number, c));
        }
        cells.refuseOutside(number, form.columns().size());
        return texts.stream().allMatch(Objects::isNull) ? Optional.empty() : Optional.of(row(number, texts));
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
