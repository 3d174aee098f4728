package io.shouqi.invoice;

import io.shouqi.invoice.Pen.Style;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints a receipt the way a pad of them looks: A5 across, one frame, the seal over the payee. */
@Component
class ReceiptPrinter {

    private static final PDRectangle A5_ACROSS =
            new PDRectangle(/* width= */ PDRectangle.A5.getHeight(), /* height= */ PDRectangle.A5.getWidth());
    private static final int LINES_A_PAGE = 6;

    private static final Color INK = new Color(0x22262b);
    private static final Color QUIET = new Color(0x5a5f66);
    private static final Color RULE = new Color(0x8c857a);
    private static final Color GROUND = new Color(0xf5f1e8);
    private static final Color SEAL = new Color(0xb8321e);

    private static final float LEFT = 32;
    private static final float RIGHT = A5_ACROSS.getWidth() - LEFT;
    private static final float MIDDLE = A5_ACROSS.getWidth() / 2;
    private static final float WIDTH = RIGHT - LEFT;
    private static final float PAD = 7;
    private static final float FRAME_TOP = 316;
    private static final float PAYER_ROW = 25;
    private static final float HEAD_ROW = 18;
    private static final float LINE_ROW = 17;
    private static final float SUM_ROW = 28;
    private static final float METHOD_ROW = 22;
    private static final float LABEL = 62;
    private static final float CONTRACT_AT = LEFT + 318;
    private static final float REFERENCE_AT = LEFT + 288;
    private static final float AMOUNT_AT = RIGHT - 104;
    private static final float QR_SIZE = 70;

    private final DocumentFonts fonts;
    private final boolean practice;

    /** @param practice no money is real here, so nobody may take the paper for one that is */
    ReceiptPrinter(DocumentFonts fonts, @Value("${shouqi.practice:false}") boolean practice) {
        this.fonts = fonts;
        this.practice = practice;
    }

    /** @return a PDF; the same sheet gives the same bytes */
    byte[] print(ReceiptSheet sheet) {
        try (var document = new PDDocument()) {
            describe(document, sheet);
            var types = new Types(document, fonts);
            var pages = (sheet.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE;
            for (var number = 1; number <= pages; number++) {
                var page = new PDPage(A5_ACROSS);
                document.addPage(page);
                try (var pen = new Pen(document, page, fonts)) {
                    var leaf = new Leaf(sheet, types, pen, number, pages);
                    leaf.draw();
                    if (practice) {
                        leaf.markAsSample();
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, ReceiptSheet sheet) {
        document.setDocumentId(sheet.id().getMostSignificantBits());
        document.getDocumentCatalog().setLanguage("zh-CN");
        var information = document.getDocumentInformation();
        information.setTitle(sheet.title() + " " + sheet.number());
        information.setAuthor(sheet.payee());
        information.setCreator("Shouqi 收讫");
        information.setCreationDate(GregorianCalendar.from(sheet.receivedAt().atZone(BusinessTime.ZONE)));
    }

    /** The styles of one document. */
    private record Types(Style title, Style text, Style strong, Style label, Style small, Style number, Style seal) {

        Types(PDDocument document, DocumentFonts fonts) throws IOException {
            this(fonts.regular(document), fonts.bold(document));
        }

        private Types(PDFont regular, PDFont bold) {
            this(
                    new Style(bold, 21, INK, 7),
                    new Style(regular, 9.5f, INK),
                    new Style(bold, 11.5f, INK),
                    new Style(regular, 9, QUIET),
                    new Style(regular, 7.5f, QUIET),
                    new Style(bold, 10.5f, SEAL),
                    new Style(bold, 25, SEAL, 3));
        }
    }

    /** One page of a receipt. */
    private record Leaf(ReceiptSheet sheet, Types types, Pen pen, int number, int pages) {

        void draw() {
            head();
            var y = payer(FRAME_TOP);
            y = lines(y);
            y = sum(y);
            var bottom = method(y);
            pen.frame(LEFT, bottom, WIDTH, FRAME_TOP - bottom, 1.1f, INK);
            foot(bottom);
            seal();
        }

        /** Across the whole page, so that no part of it can be cut out and shown. */
        void markAsSample() {
            var style = new Style(types.title().font(), 92, SEAL, 8);
            pen.stamped(MIDDLE, 190, 24, 0.16f, () -> pen.centred("练习 样张", 0, -30, 2 * WIDTH, style));
        }

        private void head() {
            pen.centred(sheet.payee(), MIDDLE, 383, WIDTH, types.text());
            pen.centred(sheet.title(), MIDDLE, 355, WIDTH, types.title());
            pen.line(MIDDLE - 86, 345, MIDDLE + 86, 345, 1.1f, SEAL);
            pen.line(MIDDLE - 86, 342.5f, MIDDLE + 86, 342.5f, 0.4f, SEAL);
            var day = sheet.day();
            var date = String.format(
                    Locale.ROOT, "%d 年 %02d 月 %02d 日", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            pen.left(date, LEFT, 324, 200, types.text());
            pen.right("No. " + sheet.number(), RIGHT, 324, 220, types.number());
            if (pages > 1) {
                pen.right("第 " + number + " 页，共 " + pages + " 页", RIGHT, 383, 100, types.small());
            }
        }

        private float payer(float top) {
            var bottom = top - PAYER_ROW;
            var baseline = bottom + 8.5f;
            label("今收到", LEFT, baseline);
            pen.left(sheet.payer(), LEFT + LABEL + PAD, baseline, CONTRACT_AT - LEFT - LABEL - 2 * PAD, types.strong());
            label("合同编号", CONTRACT_AT, baseline);
            pen.left(
                    Objects.requireNonNullElse(sheet.contractNo(), "—"),
                    CONTRACT_AT + LABEL + PAD,
                    baseline,
                    RIGHT - CONTRACT_AT - LABEL - 2 * PAD,
                    types.text());
            uprights(top, bottom, LEFT + LABEL, CONTRACT_AT, CONTRACT_AT + LABEL);
            return across(bottom);
        }

        private float lines(float top) {
            pen.fill(LEFT, top - HEAD_ROW, WIDTH, HEAD_ROW, GROUND);
            across(top);
            var y = top - HEAD_ROW;
            pen.left("收款事由", LEFT + PAD, y + 5.5f, 200, types.label());
            pen.left("应收单号", REFERENCE_AT + PAD, y + 5.5f, 100, types.label());
            pen.right("金额（元）", RIGHT - PAD, y + 5.5f, 90, types.label());
            across(y);
            var shown = shown();
            for (var i = 0; i < LINES_A_PAGE; i++) {
                y -= LINE_ROW;
                if (i < shown.size()) {
                    line(shown.get(i), y + 5);
                } else if (i == shown.size()) {
                    pen.left("（以下空白）", LEFT + PAD, y + 5, 200, types.small());
                }
                across(y);
            }
            uprights(top, y, REFERENCE_AT, AMOUNT_AT);
            return y;
        }

        private List<ReceiptSheet.Line> shown() {
            var from = (number - 1) * LINES_A_PAGE;
            return sheet.lines()
                    .subList(from, Math.min(from + LINES_A_PAGE, sheet.lines().size()));
        }

        private void line(ReceiptSheet.Line line, float baseline) {
            pen.left(line.text(), LEFT + PAD, baseline, REFERENCE_AT - LEFT - 2 * PAD, types.text());
            pen.left(line.reference(), REFERENCE_AT + PAD, baseline, AMOUNT_AT - REFERENCE_AT - 2 * PAD, types.text());
            pen.right(figures(line.amount()), RIGHT - PAD, baseline, RIGHT - AMOUNT_AT - 2 * PAD, types.text());
        }

        private float sum(float top) {
            var bottom = top - SUM_ROW;
            var baseline = bottom + 9.5f;
            pen.fill(LEFT, bottom, WIDTH, SUM_ROW, GROUND);
            across(top);
            label("金额大写", LEFT, baseline);
            var capitals = ChineseAmount.of(sheet.amount());
            pen.left(capitals, LEFT + LABEL + PAD, baseline, AMOUNT_AT - LEFT - LABEL - 2 * PAD, types.strong());
            pen.right("¥" + figures(sheet.amount()), RIGHT - PAD, baseline, RIGHT - AMOUNT_AT - PAD, types.strong());
            uprights(top, bottom, LEFT + LABEL, AMOUNT_AT);
            return across(bottom);
        }

        private float method(float top) {
            var bottom = top - METHOD_ROW;
            var baseline = bottom + 7;
            label("收款方式", LEFT, baseline);
            pen.left(sheet.method(), LEFT + LABEL + PAD, baseline, 80, types.text());
            label("交易号", LEFT + 158, baseline);
            pen.left(
                    Objects.requireNonNullElse(sheet.transaction(), "—"),
                    LEFT + 158 + LABEL + PAD,
                    baseline,
                    RIGHT - LEFT - 158 - LABEL - 2 * PAD,
                    types.text());
            uprights(top, bottom, LEFT + LABEL, LEFT + 158, LEFT + 158 + LABEL);
            return bottom;
        }

        private void foot(float top) {
            var qrLeft = RIGHT - QR_SIZE;
            QrCode.of(sheet.check()).draw(pen, qrLeft, 38, QR_SIZE);
            pen.centred("扫码核验真伪", qrLeft + QR_SIZE / 2, 24, QR_SIZE + 12, types.small());
            pen.left("收款单位（盖章）：" + sheet.payee(), LEFT, top - 19, 320, types.text());
            pen.left("门店：" + sheet.store(), LEFT, top - 36, 320, types.text());
            pen.left("收款人：" + sheet.collector(), LEFT, top - 53, 320, types.text());
            var reversed = sheet.reversed();
            if (reversed == null) {
                pen.left("本收据证明款项已收，不是税务发票；真伪以扫码结果为准。", LEFT, 24, 360, types.small());
            } else {
                pen.left(reversed, LEFT, 24, 360, new Style(types.small().font(), 9, SEAL));
            }
        }

        private void seal() {
            var x = RIGHT - QR_SIZE - 90;
            var y = 76f;
            pen.stamped(x, y, 8, 0.82f, () -> {
                pen.frame(-46, -24, 92, 48, 2.4f, SEAL);
                pen.frame(-42, -20, 84, 40, 0.7f, SEAL);
                pen.centred(sheet.stamp(), 0, -5, 80, types.seal());
                pen.centred(
                        sheet.day().toString(),
                        0,
                        -16,
                        80,
                        new Style(types.small().font(), 8, SEAL));
            });
        }

        private void label(String text, float x, float baseline) {
            pen.left(text, x + PAD, baseline, LABEL - PAD, types.label());
        }

        private float across(float y) {
            pen.line(LEFT, y, RIGHT, y, 0.5f, RULE);
            return y;
        }

        private void uprights(float top, float bottom, float... xs) {
            for (var x : xs) {
                pen.line(x, top, x, bottom, 0.5f, RULE);
            }
        }
    }

    static String figures(Money amount) {
        var fen = amount.abs().fen();
        return String.format(Locale.ROOT, "%s%,d.%02d", amount.isNegative() ? "-" : "", fen / 100, fen % 100);
    }
}
