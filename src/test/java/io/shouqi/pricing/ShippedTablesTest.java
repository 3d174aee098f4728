package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.pricing.ShippedDefinitions.Shipped;
import io.shouqi.pricing.sheet.DecisionTable;
import io.shouqi.pricing.sheet.HeaderRow;
import io.shouqi.pricing.sheet.SheetWriter;
import io.shouqi.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbooks in {@code rules/} are what their definitions demand, and people can work with them. */
class ShippedTablesTest {

    static List<Shipped> shipped() {
        return ShippedDefinitions.ALL;
    }

    @Test
    void each_definition_has_its_file_and_each_file_its_definition() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            shipped().stream().map(Shipped::fileName).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_cell_is_as_defined(Shipped table) throws IOException {
        var demanded = cells(sheet(SheetWriter.write(table.form(), table.rows())));

        assertThat(cells(shippedSheet(table))).isEqualTo(demanded);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void drools_accepts_it(Shipped table) throws IOException {
        assertThat(DecisionTable.of(table.form(), Files.readAllBytes(file(table))))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void code_rows_are_hidden_and_everything_but_the_data_is_locked(Shipped table) throws IOException {
        var sheet = shippedSheet(table);

        assertThat(sheet.getProtect()).isTrue();
        for (var header : HeaderRow.values()) {
            var row = sheet.getRow(header.number() - 1);
            assertThat(row.getZeroHeight()).isEqualTo(header.isCode());
            row.forEach(cell -> assertThat(cell.getCellStyle().getLocked()).isTrue());
        }
        for (var c = 0; c < table.form().columns().size(); c++) {
            assertThat(sheet.getColumnStyle(c).getLocked()).isFalse();
            assertThat(sheet.getColumnStyle(c).getDataFormatString()).isEqualTo("@");
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void data_cells_are_open_text(Shipped table) throws IOException {
        var sheet = shippedSheet(table);

        assertThat(sheet.getLastRowNum() + 1)
                .isEqualTo(HeaderRow.DATA - 1 + table.rows().size());
        for (var r = HeaderRow.DATA - 1; r <= sheet.getLastRowNum(); r++) {
            sheet.getRow(r).forEach(cell -> {
                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                assertThat(cell.getCellStyle().getLocked()).isFalse();
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void header_and_first_column_stay_in_sight(Shipped table) throws IOException {
        var pane = shippedSheet(table).getPaneInformation();

        assertThat(pane.isFreezePane()).isTrue();
        assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) HeaderRow.LABEL.number());
    }

    @ParameterizedTest
    @CsvSource({
        "fees-2023-09-01, 6, 租赁",
        "approval-2011-01-01, 5, 区域经理",
        "channel-fee-2011-01-01, 1, 借记卡",
        "tax-2011-01-01, 1, 小规模纳税人"
    })
    void enumerations_are_drop_downs(String name, int lists, String choice) throws IOException {
        var validations =
                sheet(Files.readAllBytes(Path.of("rules", name + ".xlsx"))).getDataValidations();

        assertThat(validations).hasSize(lists);
        assertThat(validations)
                .anyMatch(list -> List.of(list.getValidationConstraint().getExplicitListValues())
                        .contains(choice));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-01-01, 5000000, 135000.00",
        "2023-08-31, 5000000, 135000.00",
        "2023-09-01, 5000000, 100000.00",
        "2024-03-01, 2500000, 50000.00"
    })
    void the_shipped_tariff_of_beijing_knows_both_times(String signedOn, String price, String total) {
        assertThat(prices().quote(Deals.resale(price).signedOn(signedOn).request())
                        .total())
                .isEqualTo(Money.ofYuan(total));
    }

    @ParameterizedTest
    @CsvSource({"北京, BJ01", "上海, SH01", "成都, CD01"})
    void the_shipped_tariff_prices_every_kind_of_deal_everywhere(String city, String store) {
        var prices = prices();

        for (var deal : List.of(Deals.resale("5000000"), Deals.newHome("5000000"), Deals.rental("8000"))) {
            assertThat(prices.quote(deal.in(city, store).request()).total().isPositive())
                    .isTrue();
        }
        assertThat(prices.quote(Deals.rental("8000").in(city, store).request()).lines())
                .extracting(line -> line.amount().yuan())
                .containsExactly("4000.00", "4000.00");
    }

    @Test
    void every_offered_service_has_a_price() {
        var services =
                prices().services(RulesFromRows.COMPANY, DealType.RESALE, "北京", "BJ01", LocalDate.parse("2024-03-01"));
        var codes = services.stream().map(FeeItem::code).toArray(String[]::new);

        assertThat(codes).containsExactly("TRANSFER_SERVICE", "MORTGAGE_SERVICE", "APPRAISAL");
        assertThat(prices().quote(Deals.resale("5000000").with(codes).request()).total())
                .isEqualTo(Money.ofYuan("121000.00"));
    }

    private static PriceBook prices() {
        var rules = new RulesFromRows();
        new ShippedTables().all().forEach(table -> rules.version(table.form(), table.validFrom(), table.workbook()));
        return new PriceBook(rules.inForce());
    }

    private static Path file(Shipped table) {
        return Path.of("rules", table.fileName());
    }

    private static XSSFSheet shippedSheet(Shipped table) throws IOException {
        return sheet(Files.readAllBytes(file(table)));
    }

    private static XSSFSheet sheet(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheetAt(0);
    }

    private static List<String> cells(XSSFSheet sheet) {
        var cells = new ArrayList<String>();
        sheet.forEach(row -> row.forEach(cell -> cells.add(
                ((XSSFCell) cell).getReference() + " " + cell.getCellType() + " " + cell.getStringCellValue())));
        return cells;
    }
}
