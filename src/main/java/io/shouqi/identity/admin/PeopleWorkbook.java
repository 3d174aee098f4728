package io.shouqi.identity.admin;

import io.shouqi.sheet.SheetLook;
import io.shouqi.sheet.WorkbookFile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the workbooks of an import: the template to fill in, and the first passwords to hand out. */
final class PeopleWorkbook {

    private static final String UNITS_SHEET = "单位";
    private static final String ROLES_SHEET = "角色";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final SheetLook look = new SheetLook(workbook);

    private PeopleWorkbook() {}

    /**
     * @param units labels of the units that people may be put in, at least one
     * @param roles words for the roles, at least two
     */
    static byte[] template(List<String> units, List<String> roles) {
        return new PeopleWorkbook().writeTemplate(units, roles);
    }

    /** A person with the first password; the only place where it is written. */
    record Handout(String username, String name, String unit, String password) {}

    static byte[] passwords(List<Handout> people) {
        return new PeopleWorkbook().writePasswords(people);
    }

    private byte[] writeTemplate(List<String> units, List<String> roles) {
        var example = List.of(
                PeopleSheet.EXAMPLE + "wang.xiaodian",
                "王小店",
                units.get(units.size() - 1),
                roles.get(0),
                roles.get(1),
                "");
        var sheet = sheet(
                PeopleSheet.TITLE,
                "一人一行。用户名用小写字母、数字和 . _ -，全系统不能重复；已有的用户名按这里改姓名、单位和角色。例子那一行不会导入。",
                PeopleSheet.COLUMNS,
                Stream.of(example));
        row(sheet, PeopleSheet.FIRST - 1, example, look.note());
        choices(sheet, UNITS_SHEET, units, PeopleSheet.UNIT, PeopleSheet.UNIT);
        choices(sheet, ROLES_SHEET, roles, PeopleSheet.ROLE, PeopleSheet.COLUMNS.size() - 1);
        sheet.addIgnoredErrors(data(0, PeopleSheet.COLUMNS.size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        sheet.setActiveCell(new CellAddress(PeopleSheet.FIRST, 0));
        return WorkbookFile.bytes(workbook);
    }

    private byte[] writePasswords(List<Handout> people) {
        var rows = people.stream()
                .map(p -> List.of(p.username(), p.name(), p.unit(), p.password()))
                .toList();
        var sheet =
                sheet("初始密码", "请分别交给本人。第一次登录时要换成自己的密码；这份文件用完请删除。", List.of("用户名", "姓名", "所属单位", "初始密码"), rows.stream());
        for (var r = 0; r < rows.size(); r++) {
            row(sheet, PeopleSheet.LABELS + r, rows.get(r), look.words());
        }
        return WorkbookFile.bytes(workbook);
    }

    private XSSFSheet sheet(String title, String note, List<String> labels, Stream<List<String>> rows) {
        var sheet = workbook.createSheet(title);
        var texts = rows.toList();
        for (var c = 0; c < labels.size(); c++) {
            var column = c;
            sheet.setColumnWidth(
                    c,
                    SheetLook.width(Stream.concat(
                            Stream.of(labels.get(c)), texts.stream().map(row -> row.get(column)))));
            // also cells nobody wrote yet are text
            sheet.setDefaultColumnStyle(c, look.open());
        }
        row(sheet, 0, List.of(title), look.title());
        row(sheet, 1, List.of(note), look.note());
        row(sheet, PeopleSheet.LABELS - 1, labels, look.darkLabel());
        sheet.createFreezePane(0, PeopleSheet.LABELS);
        return sheet;
    }

    private static void row(XSSFSheet sheet, int index, List<String> texts, CellStyle style) {
        var row = sheet.createRow(index);
        for (var c = 0; c < texts.size(); c++) {
            var cell = row.createCell(c);
            cell.setCellStyle(style);
            if (!texts.get(c).isEmpty()) {
                cell.setCellValue(texts.get(c));
            }
        }
    }

    /** A list in a sheet of its own: one within the cell ends at 255 characters. */
    private void choices(XSSFSheet sheet, String name, List<String> choices, int firstColumn, int lastColumn) {
        var list = workbook.createSheet(name);
        IntStream.range(0, choices.size()).forEach(r -> row(list, r, List.of(choices.get(r)), look.words()));
        list.setColumnWidth(0, SheetLook.width(choices.stream()));
        var helper = new XSSFDataValidationHelper(sheet);
        var source = helper.createFormulaListConstraint("'" + name + "'!$A$1:$A$" + choices.size());
        var cells = new CellRangeAddressList(
                PeopleSheet.FIRST - 1, PeopleSheet.FIRST - 2 + PeopleSheet.MOST_ROWS, firstColumn, lastColumn);
        var dropDown = helper.createValidation(source, cells);
        dropDown.setErrorStyle(DataValidation.ErrorStyle.STOP);
        dropDown.createErrorBox(name, "请从下拉列表里选择");
        dropDown.setShowErrorBox(true);
        sheet.addValidationData(dropDown);
    }

    private static CellRangeAddress data(int firstColumn, int lastColumn) {
        var first = PeopleSheet.FIRST - 1;
        return new CellRangeAddress(first, first + PeopleSheet.MOST_ROWS - 1, firstColumn, lastColumn);
    }
}
