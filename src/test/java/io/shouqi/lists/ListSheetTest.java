package io.shouqi.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ListSheetTest {

    @Test
    void money_and_dates_are_numbers_with_a_format_and_words_are_said() throws IOException {
        var sheet = written(List.of(new Pets("小白", "狗", Money.ofYuan("1234567.89"), LocalDate.of(2024, 3, 1), 4L)));

        var row = sheet.getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("小白");
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1234567.89);
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("\"¥\"#,##0.00");
        assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2024-03-01");
        assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(4);
        assertThat(row.getCell(5).getStringCellValue()).isEqualTo("活着");
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("名字");
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_stays_text() throws IOException {
        for (var typed : List.of("=1+1", "+86 138", "-1", "@SUM(A1)", "\t=1")) {
            var cell = written(List.of(new Pets(typed, "猫", Money.ZERO, LocalDate.EPOCH, 4L)))
                    .getRow(1)
                    .getCell(0);
            assertThat(cell.getCellType()).as(typed).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + typed);
        }
    }

    @Test
    void more_rows_than_stay_in_memory_are_all_there() throws IOException {
        var many = IntStream.range(0, 1000)
                .mapToObj(i -> new Pets("第" + i, "鱼", Money.ofFen(i), LocalDate.EPOCH, 0L))
                .toList();
        var sheet = written(many);

        assertThat(sheet.getLastRowNum()).isEqualTo(1000);
        assertThat(sheet.getRow(1000).getCell(0).getStringCellValue()).isEqualTo("第999");
    }

    private static XSSFSheet written(List<Pets> pets) throws IOException {
        var messages = new StaticMessageSource();
        messages.addMessage("alive", Locale.CHINESE, "活着");
        messages.addMessage("name", Locale.CHINESE, "名字");
        var out = new ByteArrayOutputStream();
        try (var sheet = new ListSheet<>(messages, Locale.CHINESE, "宠物", Pets.LISTING.columns())) {
            pets.forEach(sheet::add);
            sheet.write(out);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheetAt(0);
    }
}
