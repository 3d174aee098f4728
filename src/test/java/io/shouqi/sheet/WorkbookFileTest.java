package io.shouqi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {

    @Test
    void a_plain_workbook_is_read() {
        var workbook = new XSSFWorkbook();
        workbook.createSheet("人员");

        assertThat(WorkbookFile.<String>read(WorkbookFile.bytes(workbook), Sheet::getSheetName))
                .isEqualTo("人员");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/activeX/activeX1.xml",
                "xl/embeddings/oleObject1.bin",
                "xl/externalLinks/externalLink1.xml"
            })
    void what_has_a_will_of_its_own_is_refused(String part) throws IOException {
        assertThat(refusal(zip(part, 10))).isEqualTo("sheet.file.macro");
    }

    @Test
    void a_small_file_that_swells_is_refused() throws IOException {
        assertThat(refusal(zip("xl/workbook.xml", 65 << 20))).isEqualTo("sheet.file.tooBig");
        assertThat(refusal(new byte[5 << 20])).isEqualTo("sheet.file.tooBig");
    }

    @Test
    void what_is_no_workbook_is_unreadable() throws IOException {
        assertThat(refusal(new byte[10])).isEqualTo("sheet.file.unreadable");
        assertThat(refusal(zip("hello.txt", 10))).isEqualTo("sheet.file.unreadable");
    }

    private static String refusal(byte[] file) {
        var code = new String[1];
        assertThatThrownBy(() -> WorkbookFile.read(file, Sheet::getSheetName))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> code[0] = no.fields().get(0).code());
        return code[0];
    }

    private static byte[] zip(String part, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}
