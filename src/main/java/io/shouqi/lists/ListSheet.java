package io.shouqi.lists;

import io.shouqi.shared.Money;
import io.shouqi.shared.SheetText;
import io.shouqi.sheet.SheetLook;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A workbook of one sheet that grows row by row; only the last few rows are in memory. */
final class ListSheet<R> implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDE = 24 * 256;
    private static final int NARROW = 16 * 256;

    private final MessageSource messages;
    private final Locale locale;
    private final List<SheetColumn<R>> columns;
    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final SheetLook look;
    private final XSSFCellStyle money;
    private final XSSFCellStyle date;
    private final XSSFCellStyle whole;
    private int rows;

    ListSheet(MessageSource messages, Locale locale, String title, List<Column<R>> shown) {
        this.messages = messages;
        this.locale = locale;
        this.columns = shown.stream().flatMap(c -> c.sheet().stream()).toList();
        var book = new XSSFWorkbook();
        this.look = new SheetLook(book);
        this.money = figures(book, "\"¥\"#,##0.00");
        this.date = figures(book, "yyyy-mm-dd");
        this.whole = figures(book, "0");
        this.workbook = new SXSSFWorkbook(book, ROWS_IN_MEMORY, true);
        this.sheet = workbook.createSheet(say(title));
        head();
    }

    /** Numbers that stay numbers: the common look is made for text. */
    private XSSFCellStyle figures(XSSFWorkbook book, String format) {
        var style = book.createCellStyle();
        style.cloneStyleFrom(look.figures());
        style.setQuotePrefixed(false);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private void head() {
        var row = sheet.createRow(rows++);
        for (var c = 0; c < columns.size(); c++) {
            var cell = row.createCell(c);
            cell.setCellValue(say(columns.get(c).label()));
            cell.setCellStyle(look.darkLabel());
            sheet.setColumnWidth(c, NARROW);
        }
        sheet.createFreezePane(0, rows);
    }

    void add(R item) {
        var row = sheet.createRow(rows++);
        for (var c = 0; c < columns.size(); c++) {
            fill(row.createCell(c), columns.get(c).value().apply(item));
        }
    }

    private void fill(Cell cell, @Nullable Object value) {
        if (value instanceof Money amount) {
            cell.setCellValue(new BigDecimal(amount.yuan()).doubleValue());
            cell.setCellStyle(money);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(whole);
        } else {
            cell.setCellValue(SheetText.harmless(text(value)));
            cell.setCellStyle(look.words());
            if (rows == 2) {
                sheet.setColumnWidth(cell.getColumnIndex(), WIDE);
            }
        }
    }

    private @Nullable String text(@Nullable Object value) {
        if (value instanceof SheetColumn.Word word) {
            return say(word.key());
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(this::text).collect(Collectors.joining(say("list.comma")));
        }
        return value == null ? null : value.toString();
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }

    void write(OutputStream out) throws IOException {
        if (rows > 1) {
            sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, columns.size() - 1));
        }
        workbook.write(out);
    }

    /** Also deletes the file beside. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
