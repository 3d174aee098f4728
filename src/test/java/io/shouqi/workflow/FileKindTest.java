package io.shouqi.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    @Test
    void a_file_is_what_is_in_it() throws IOException {
        assertThat(FileKind.of("%PDF-1.7 …".getBytes(UTF_8))).contains(FileKind.PDF);
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
                .contains(FileKind.PNG);
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .contains(FileKind.JPEG);
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(FileKind.of("客户说下周付\r\n".getBytes(UTF_8))).contains(FileKind.TXT);
        assertThat(FileKind.of("客户说下周付".getBytes(Charset.forName("GB18030")))).contains(FileKind.TXT);
    }

    @Test
    void what_is_none_of_these_or_carries_a_program_is_not_taken() throws IOException {
        assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 0, 1})).isEmpty();
        assertThat(FileKind.of(zip("a.txt"))).isEmpty();
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEmpty();
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml", "word/activeX/activeX1.bin")))
                .isEmpty();
        var whole = zip("[Content_Types].xml", "xl/workbook.xml");
        assertThat(FileKind.of(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
        assertThat(FileKind.of(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "回单.pdf, 回单.pdf",
        "virus.exe, virus.exe.pdf",
        "C:\\Users\\wang\\回单.PDF, 回单.PDF",
        "../../etc/passwd, passwd.pdf",
        "'', 附件.pdf",
        "..., 附件.pdf",
        "a\u202Efdp.exe, afdp.exe.pdf"
    })
    void a_name_is_text_and_its_ending_tells_what_is_in_the_file(String sent, String kept) {
        assertThat(FileKind.PDF.named(FileName.plain(sent))).isEqualTo(kept);
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("x".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
