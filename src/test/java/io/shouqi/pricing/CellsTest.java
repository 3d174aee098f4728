package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook comes from anybody. What does not fit is named by the address people see. */
class CellsTest {

    private static final String GOOD = """
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 |         | 1000000 | 本档 | 全额 | 2% | | | | 一般纳税人
            COMMISSION | 佣金   | 基本 | 二手房 | 北京 | | 买方 | 1000000 |         | 本档 | 全额 | 1% | | | | 一般纳税人
            FILING     | 代办费 | 延伸 | 租赁   |      | | 房东 |         |         |      | 固定 |    | 1 | | | 一般纳税人
            """;

    @Test
    void a_good_table_is_accepted() {
        assertThat(DecisionTable.of(FeeForm.FORM, Rows.workbook(FeeForm.FORM, GOOD)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "A13, commission, pricing.cell.code",
        "B13, 含“引号”, pricing.cell.text",
        "C13, 其它, field.oneOf",
        "D13, RESALE, field.oneOf",
        "F13, 一号店, pricing.cell.store",
        "G13, 买家, field.oneOf",
        "H13, 1e6, pricing.cell.money",
        "H13, -1, pricing.cell.money",
        "I13, 0.001, pricing.cell.money",
        "K13, 全, field.oneOf",
        "L13, 2.2, pricing.fee.noRate",
        "L13, 百分之二, pricing.cell.feeRate",
        "P13, 6%, field.oneOf",
        "Q13, 2024-02-30, pricing.cell.date",
        "R13, 2024/3/1, pricing.cell.date"
    })
    void a_bad_cell_is_named_by_its_address(String address, String text, String message) {
        assertThat(refused(at(address, cell -> cell.setCellValue(text))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(address, message));
    }

    @Test
    void thousands_separators_are_refused_rather_than_guessed() {
        assertThat(refused(at("H12", cell -> cell.setCellValue("1,000,000"))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("H12", "pricing.cell.money"));
    }

    @Test
    void every_bad_cell_is_named_at_once() {
        assertThat(refused(changed(sheet -> {
                    cell(sheet, "A11").setCellValue("x");
                    cell(sheet, "L12").setCellValue("much");
                    cell(sheet, "G13").setBlank();
                })))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("A11", "pricing.cell.code"),
                        tuple("L12", "pricing.cell.feeRate"),
                        tuple("G13", "field.required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"); System.exit(1); //",
                "x\" || eval(true) || city == \"x",
                "x\\u0022",
                "第一行\n第二行",
                "$param;",
                "{System.exit(1)}",
                "`id`"
            })
    void code_in_a_cell_is_refused(String code) {
        assertThat(refused(at("E11", cell -> cell.setCellValue(code))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("E11", "pricing.cell.text"));
    }

    @Test
    void words_that_look_like_code_stay_words() {
        var table = DecisionTable.of(FeeForm.FORM, at("B11", cell -> cell.setCellValue("佣金 System.exit(1)")));

        assertThat(table).isNotNull();
    }

    @Test
    void a_formula_is_refused() {
        assertThat(refused(at("M13", cell -> cell.setCellFormula("1+1"))))
                .extracting(FieldError::field, FieldError::code)
                .contains(tuple("M13", "sheet.cell.formula"));
    }

    @Test
    void a_number_cell_is_refused_since_its_format_would_decide_what_is_read() {
        assertThat(refused(at("H12", cell -> cell.setCellValue(1_000_000))))
                .extracting(FieldError::field, FieldError::code)
                .contains(tuple("H12", "sheet.cell.notText"));
    }

    @Test
    void full_width_digits_and_signs_are_understood() {
        assertThat(DecisionTable.of(FeeForm.FORM, at("L12", cell -> cell.setCellValue("１％"))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B3", "B4", "A6", "D7", "D8", "D9", "K9", "L10", "A1"})
    void a_changed_header_is_refused(String address) {
        assertThat(refused(at(address, cell -> cell.setCellValue("ACTOIN"))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(address, "pricing.cell.header"));
    }

    @Test
    void code_beside_the_header_is_refused() {
        assertThat(refused(at("S4", cell -> cell.setCellValue("Functions"))))
                .extracting(FieldError::field)
                .containsExactly("S4");
    }

    @Test
    void a_column_that_does_not_belong_is_refused() {
        assertThat(refused(at("S11", cell -> cell.setCellValue("备注"))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("S11", "sheet.cell.outside"));
    }

    @Test
    void merged_data_cells_are_refused() {
        assertThat(refused(changed(sheet -> sheet.addMergedRegion(new CellRangeAddress(10, 11, 4, 4)))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("E11", "sheet.cell.merged"));
    }

    @Test
    void rows_that_overlap_are_refused_with_both_addresses() {
        assertThat(refused(at("H12", cell -> cell.setCellValue("999999.99"))))
                .containsExactly(FieldError.of("A12", "pricing.row.overlap", "A11", "A12"));
    }

    @Test
    void a_bound_that_belongs_to_both_tiers_is_an_overlap() {
        assertThat(refused(at("J12", cell -> cell.setCellValue("下一档"))))
                .extracting(FieldError::code)
                .containsExactly("pricing.row.overlap");
    }

    @Test
    void a_bound_that_belongs_to_no_tier_is_a_gap() {
        assertThat(refused(at("J11", cell -> cell.setCellValue("下一档"))))
                .containsExactly(FieldError.of("H12", "pricing.row.gap", "I11", "H12"));
    }

    @Test
    void a_row_for_a_store_and_one_for_its_city_do_not_overlap_but_two_for_the_store_do() {
        var rows = """
                COMMISSION | 佣金 | 基本 | 二手房 | 北京 |      | 买方 | | | | 全额 | 2% | | | | 一般纳税人
                COMMISSION | 佣金 | 基本 | 二手房 |      | BJ01 | 买方 | | | | 全额 | 1% | | | | 一般纳税人
                """;
        var twice = rows + "COMMISSION | 佣金 | 基本 | 二手房 | 北京 | BJ01 | 买方 | | | | 全额 | 3% | | | | 一般纳税人\n";

        assertThat(DecisionTable.of(FeeForm.FORM, Rows.workbook(FeeForm.FORM, rows)))
                .isNotNull();
        assertThat(refused(Rows.workbook(FeeForm.FORM, twice)))
                .containsExactly(FieldError.of("A13", "pricing.row.overlap", "A12", "A13"));
    }

    @Test
    void rows_one_after_the_other_in_time_do_not_overlap() {
        var rows = """
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 2% | | | | 一般纳税人 |            | 2024-06-30
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 1% | | | | 一般纳税人 | LATER      |
                """;

        assertThat(DecisionTable.of(FeeForm.FORM, Rows.workbook(FeeForm.FORM, rows.replace("LATER", "2024-07-01"))))
                .isNotNull();
        assertThat(refused(Rows.workbook(FeeForm.FORM, rows.replace("LATER", "2024-06-30"))))
                .extracting(FieldError::code)
                .containsExactly("pricing.row.overlap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "全额 | 2 | | | | 一般纳税人; L11; pricing.fee.proportion",
                "全额 | | | | | 一般纳税人; L11; pricing.fee.proportion",
                "固定 | | | | | 一般纳税人; M11; field.required",
                "月租倍数 | 0.5 | | | | 一般纳税人; K11; pricing.fee.rentalOnly",
                "全额 | 2% | | 9 | 8 | 一般纳税人; O11; pricing.cell.minimum",
                "全额 | 2% | | | | 一般纳税人 | 2024-02-01 | 2024-01-31; R11; pricing.cell.bounds"
            })
    void a_row_that_makes_no_sense_is_named(String row, String address, String message) {
        var rows = "COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | " + row;

        assertThat(refused(Rows.workbook(FeeForm.FORM, rows)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(address, message));
    }

    @Test
    void progressive_tiers_are_all_progressive_and_the_highest_is_open() {
        var rows = """
                APPRAISAL | 评估费 | 基本 | 二手房 | | | 买方 |     | 100 | | 分段累进 | 2% | | | | 代收
                APPRAISAL | 评估费 | 基本 | 二手房 | | | 买方 | 100 | TO  | | MODE     | 1% | | | | 代收
                """;

        assertThat(refused(Rows.workbook(FeeForm.FORM, rows.replace("TO", "200").replace("MODE", "分段累进"))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("I12", "pricing.row.open"));
        assertThat(refused(Rows.workbook(FeeForm.FORM, rows.replace("TO", "   ").replace("MODE", "全额"))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("H11", "pricing.row.mixed"));
    }

    @Test
    void an_empty_table_is_refused() {
        assertThat(refused(Rows.workbook(FeeForm.FORM, "")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("A11", "pricing.sheet.empty"));
    }

    @Test
    void a_file_that_is_no_workbook_is_refused() throws IOException {
        assertThat(refused("not a workbook".getBytes(StandardCharsets.UTF_8)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("file", "sheet.file.unreadable"));
        assertThat(refused(zip(new byte[10]))).extracting(FieldError::code).containsExactly("sheet.file.unreadable");
    }

    @Test
    void a_small_file_that_swells_is_refused() throws IOException {
        assertThat(refused(zip(new byte[65 << 20])))
                .extracting(FieldError::code)
                .containsExactly("sheet.file.tooBig");
    }

    @Test
    void shares_that_do_not_sum_to_100_are_refused() {
        assertThat(refused(CommissionRules.FORM, Rows.workbook(CommissionRules.FORM, "二手房 | | 35% | | | 15% | 49%")))
                .containsExactly(FieldError.of("C11", "pricing.row.sum", "99"));
    }

    private static byte[] at(String address, Consumer<Cell> change) {
        return changed(sheet -> change.accept(cell(sheet, address)));
    }

    private static byte[] changed(Consumer<XSSFSheet> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Rows.workbook(FeeForm.FORM, GOOD)));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Cell cell(XSSFSheet sheet, String address) {
        var reference = new CellReference(address);
        var row = sheet.getRow(reference.getRow());
        var cell = row.getCell(reference.getCol());
        return cell != null ? cell : row.createCell(reference.getCol());
    }

    private static byte[] zip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<FieldError> refused(byte[] workbook) {
        return refused(FeeForm.FORM, workbook);
    }

    private static List<FieldError> refused(TableForm form, byte[] workbook) {
        return catchThrowableOfType(Refusal.class, () -> DecisionTable.of(form, workbook))
                .fields();
    }
}
