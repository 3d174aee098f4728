package io.shouqi.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AsSystem;
import io.shouqi.shared.Money;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintingReceiptsTest {

    private static final URI CHECK = URI.create("https://pay.example.com/c/receipts/0f8fad5bd9cb469fa16570867728950e");

    private static ReceiptPrinter printer;

    @BeforeAll
    static void readTheFonts() throws IOException {
        printer = new ReceiptPrinter(new DocumentFonts(), false);
    }

    @Test
    void a_receipt_says_who_paid_what_to_whom_and_how() throws IOException {
        var text = Paper.text(printer.print(sheet("刘洋", lines(2))));

        assertThat(text)
                .contains("收 款 收 据", "No. SK-20240301-000042", "2024 年 03 月 01 日")
                .contains("今收到", "刘洋", "HT-20240301-000007")
                .contains("居间佣金（第 1 期）", "R-20240301-000001", "25,000.00")
                .contains("人民币伍万元整", "¥50,000.00")
                .contains("微信支付", "4200002024030100001", "陈店员")
                .contains("宜居房地产经纪有限公司", "朝阳门店 010-65001234")
                .contains("收 讫", "不是税务发票");
    }

    @Test
    void its_qr_code_leads_to_the_page_that_checks_it() throws Exception {
        assertThat(Paper.scan(printer.print(sheet("刘洋", lines(1))))).isEqualTo(CHECK);
    }

    @Test
    void in_practice_mode_every_page_is_marked_as_a_sample() throws IOException {
        var practice = new ReceiptPrinter(new DocumentFonts(), true);

        try (var document = Loader.loadPDF(practice.print(sheet("刘洋", lines(14))))) {
            for (var page = 1; page <= 3; page++) {
                assertThat(text(document, page)).contains("练习 样张");
            }
        }
        assertThat(Paper.text(printer.print(sheet("刘洋", lines(1))))).doesNotContain("样");
    }

    @Test
    void a_long_list_goes_on_over_pages_that_each_carry_the_whole_amount() throws IOException {
        var pdf = printer.print(sheet("刘洋", lines(14)));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            for (var page = 1; page <= 3; page++) {
                assertThat(text(document, page)).contains("第 " + page + " 页，共 3 页", "人民币伍万元整", "No. SK-");
            }
            assertThat(text(document, 3)).contains("R-20240301-000014", "（以下空白）");
        }
    }

    @Test
    void a_name_with_characters_that_no_font_has_is_printed_all_the_same() throws IOException {
        var text = Paper.text(printer.print(sheet("刘😀洋", lines(1))));

        assertThat(text).contains("刘〓洋");
    }

    @Test
    void a_name_too_long_for_its_place_is_cut_and_never_runs_over_the_next() throws IOException {
        var text = Paper.text(printer.print(sheet("北京望京新城国际商务房地产开发建设投资集团有限责任公司朝阳第三分公司".repeat(2), lines(1))));

        assertThat(text).contains("北京望京新城国际商务", "…", "HT-20240301-000007");
    }

    @Test
    void printing_twice_gives_the_same_bytes() {
        assertThat(printer.print(sheet("刘洋", lines(3)))).isEqualTo(printer.print(sheet("刘洋", lines(3))));
    }

    @Test
    void many_print_at_once_and_none_reads_the_others_text() throws Exception {
        var threads = AsSystem.pool(8);
        var calls = new ArrayList<Callable<String>>();
        for (var i = 0; i < 80; i++) {
            var payer = "付款人" + "甲乙丙丁戊己庚辛壬癸".substring(i % 10, i % 10 + 1) + i;
            calls.add(() -> {
                var text = Paper.text(printer.print(sheet(payer, lines(1 + payer.length() % 3))));
                return text.contains(payer) && text.contains("人民币伍万元整") ? "whole" : payer + ": " + text;
            });
        }

        for (var answer : threads.invokeAll(calls)) {
            assertThat(answer.get()).isEqualTo("whole");
        }
        threads.shutdown();
    }

    @Test
    void a_receipt_is_small_enough_to_send() throws IOException {
        var pdf = printer.print(sheet("刘洋", lines(6)));
        Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("receipt.pdf"), pdf);

        assertThat(pdf.length).isLessThan(200_000);
    }

    private static ReceiptSheet sheet(String payer, List<ReceiptSheet.Line> lines) {
        return new ReceiptSheet(
                UUID.fromString("018df9c0-0000-7000-8000-000000000042"),
                "收款收据",
                "SK-20240301-000042",
                LocalDate.of(2024, 3, 1),
                Instant.parse("2024-03-01T02:30:00Z"),
                "宜居房地产经纪有限公司",
                "朝阳门店 010-65001234",
                payer,
                "HT-20240301-000007",
                lines,
                Money.ofYuan("50000.00"),
                "微信支付",
                "4200002024030100001",
                "陈店员",
                "收讫",
                null,
                CHECK);
    }

    private static List<ReceiptSheet.Line> lines(int count) {
        var lines = new ArrayList<ReceiptSheet.Line>();
        for (var i = 1; i <= count; i++) {
            lines.add(new ReceiptSheet.Line(
                    "居间佣金（第 " + i + " 期）", "R-20240301-0000%02d".formatted(i), Money.ofYuan("25000.00")));
        }
        return lines;
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
