package io.shouqi.pricing;

import io.shouqi.pricing.sheet.SheetWriter;
import io.shouqi.pricing.sheet.TableForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a table as a test writes them: one a line, cells between bars. */
public final class Rows {

    private Rows() {}

    public static byte[] workbook(TableForm form, String lines) {
        return SheetWriter.write(form, of(form, lines));
    }

    /** Cells left out at the end of a line are empty. */
    static List<List<String>> of(TableForm form, String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> cells(form, line))
                .toList();
    }

    private static List<String> cells(TableForm form, String line) {
        var cells = new ArrayList<>(
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
        while (cells.size() < form.columns().size()) {
            cells.add("");
        }
        if (cells.size() > form.columns().size()) {
            throw new IllegalArgumentException("too many cells: " + line);
        }
        return cells;
    }
}
