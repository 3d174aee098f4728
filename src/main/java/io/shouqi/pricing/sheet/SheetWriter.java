package io.shouqi.pricing.sheet;

import io.shouqi.sheet.SheetLook;
import io.shouqi.sheet.WorkbookFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the workbook of a table: labels and data for people, code rows hidden, everything but the data locked. */
public final class SheetWriter {

    private final TableForm form;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final SheetStyles styles = new SheetStyles(new SheetLook(workbook));

    private SheetWriter(TableForm form) {
        this.form = form;
        this.sheet = workbook.createSheet(form.title());
    }

    /** @param rows cell texts in the order of the columns, "" for empty */
    public static byte[] write(TableForm form, List<List<String>> rows) {
        return new SheetWriter(form).write(rows);
    }

    private byte[] write(List<List<String>> rows) {
        columns(rows);
        header();
        data(rows);
        dropDowns();
        protect();
        sheet.addIgnoredErrors(allData(0, form.columns().size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        sheet.createFreezePane(1, HeaderRow.LABEL.number());
        sheet.setActiveCell(new CellAddress(HeaderRow.DATA - 1, 0));
        print();
        return bytes();
    }

    private void columns(List<List<String>> rows) {
        for (var c = 0; c < form.columns().size(); c++) {
            var index = c;
            var texts = rows.stream().map(row -> row.get(index));
            sheet.setColumnWidth(
                    c,
                    SheetLook.width(
                            Stream.concat(Stream.of(form.columns().get(c).label()), texts)));
            // also cells nobody wrote yet are text and may be filled in
            sheet.setDefaultColumnStyle(c, styles.open());
        }
    }

    private void header() {
        for (var header : HeaderRow.values()) {
            var row = sheet.createRow(header.index());
            for (var c = 0; c < form.columns().size(); c++) {
                var cell = row.createCell(c);
                cell.setCellValue(form.header(header, c));
                cell.setCellStyle(styles.of(header, form.columns().get(c)));
            }
            row.setZeroHeight(header.isCode());
            styles.height(header).ifPresent(row::setHeightInPoints);
        }
        for (var pattern : conditionRuns()) {
            sheet.addMergedRegion(pattern);
        }
    }

    /** Neighbouring conditions constrain one fact, which the sheet says by a merged cell. */
    private List<CellRangeAddress> conditionRuns() {
        var runs = new ArrayList<CellRangeAddress>();
        var row = HeaderRow.PATTERN.index();
        var start = -1;
        for (var c = 0; c <= form.columns().size(); c++) {
            var condition = c < form.columns().size() && form.columns().get(c).isCondition();
            if (condition && start < 0) {
                start = c;
            } else if (!condition && start >= 0) {
                if (c - start > 1) {
                    runs.add(new CellRangeAddress(row, row, start, c - 1));
                }
                start = -1;
            }
        }
        return runs;
    }

    private void data(List<List<String>> rows) {
        for (var r = 0; r < rows.size(); r++) {
            XSSFRow row = sheet.createRow(HeaderRow.DATA - 1 + r);
            row.setHeightInPoints(18);
            for (var c = 0; c < form.columns().size(); c++) {
                var cell = row.createCell(c);
                cell.setCellStyle(styles.data(form.columns().get(c)));
                if (!rows.get(r).get(c).isEmpty()) {
                    cell.setCellValue(rows.get(r).get(c));
                }
            }
        }
    }

    private void dropDowns() {
        var helper = new XSSFDataValidationHelper(sheet);
        for (var c = 0; c < form.columns().size(); c++) {
            var choices = form.columns().get(c).kind().choices();
            if (!choices.isEmpty()) {
                var cells =
                        new CellRangeAddressList(HeaderRow.DATA - 1, HeaderRow.DATA - 2 + SheetReader.MOST_ROWS, c, c);
                var list = helper.createValidation(
                        helper.createExplicitListConstraint(choices.toArray(String[]::new)), cells);
                list.setErrorStyle(DataValidation.ErrorStyle.STOP);
                list.createErrorBox(form.columns().get(c).label(), "请从下拉列表里选择");
                list.setShowErrorBox(true);
                sheet.addValidationData(list);
            }
        }
    }

    private static CellRangeAddress allData(int firstColumn, int lastColumn) {
        var first = HeaderRow.DATA - 1;
        return new CellRangeAddress(first, first + SheetReader.MOST_ROWS - 1, firstColumn, lastColumn);
    }

    /** Without a password: it keeps the header from accidents; the product compares it in any case. */
    private void protect() {
        sheet.enableLocking();
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    private void print() {
        var setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        var label = HeaderRow.LABEL.index();
        sheet.setRepeatingRows(new CellRangeAddress(label, label, -1, -1));
    }

    private byte[] bytes() {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(form.title());
        properties.setCreator("Shouqi");
        return WorkbookFile.bytes(workbook);
    }
}
