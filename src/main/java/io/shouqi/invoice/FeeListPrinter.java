package io.shouqi.invoice;

import io.shouqi.invoice.Pen.Style;
import io.shouqi.shared.BusinessTime;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.stereotype.Component;

/** Prints a fee list on A4, a page or more for each payer, with a place to sign or the signature. */
@Component
public class FeeListPrinter {

    private static final Color INK = new Color(0x22262b);
    private static final Color QUIET = new Color(0x5a5f66);
    private static final Color RULE = new Color(0xc9c2b4);
    private static final Color GROUND = new Color(0xf5f1e8);
    private static final Color SEAL = new Color(0xb8321e);

    private static final float LEFT = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float WIDTH = RIGHT - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 64;
    private static final float BOTTOM = 64;
    private static final float AMOUNT = 110;
    private static final float SIGNING = 150;

    private final DocumentFonts fonts;

    FeeListPrinter(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    /** @return a PDF */
    public byte[] print(FeeListPaper paper) {
        try (var document = new PDDocument()) {
            describe(document, paper);
            var types = new Types(document, fonts);
            for (var part : paper.parts()) {
                try (var leaf = new Leaf(document, types, paper, part)) {
                    leaf.draw();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, FeeListPaper paper) {
        document.setDocumentId(paper.id().getMostSignificantBits());
        document.getDocumentCatalog().setLanguage("zh-CN");
        var information = document.getDocumentInformation();
        information.setTitle("收费清单 " + paper.deal().contractNo());
        information.setAuthor(paper.company());
        information.setCreator("Shouqi 收讫");
        information.setCreationDate(GregorianCalendar.from(paper.frozenAt().atZone(BusinessTime.ZONE)));
    }

    private record Types(Style title, Style text, Style strong, Style label, Style small, Style sum) {

        Types(PDDocument document, DocumentFonts fonts) throws IOException {
            this(fonts.regular(document), fonts.bold(document));
        }

        private Types(PDFont regular, PDFont bold) {
            this(
                    new Style(bold, 20, INK, 6),
                    new Style(regular, 10, INK),
                    new Style(bold, 10.5f, INK),
                    new Style(regular, 9, QUIET),
                    new Style(regular, 8, QUIET),
                    new Style(bold, 14, INK));
        }
    }

    /** Writes one payer's part downwards, on a new page when the one before is full. */
    private final class Leaf implements AutoCloseable {

        private final PDDocument document;
        private final Types types;
        private final FeeListPaper paper;
        private final FeeListPaper.Part part;
        private Pen pen;
        private float y;

        Leaf(PDDocument document, Types types, FeeListPaper paper, FeeListPaper.Part part) throws IOException {
            this.document = document;
            this.types = types;
            this.paper = paper;
            this.part = part;
            this.pen = turn();
        }

        void draw() throws IOException {
            head();
            facts();
            for (var section : part.sections()) {
                room(60);
                section(section.name());
                for (var line : section.lines()) {
                    line(line);
                }
            }
            sum();
            room(SIGNING);
            agreement();
        }

        private void head() {
            pen.centred(paper.company(), LEFT + WIDTH / 2, y, WIDTH, types.text());
            y -= 30;
            pen.centred("收费清单", LEFT + WIDTH / 2, y, WIDTH, types.title());
            y -= 12;
            pen.line(LEFT + WIDTH / 2 - 80, y, LEFT + WIDTH / 2 + 80, y, 1.1f, SEAL);
            y -= 22;
            pen.left(paper.deal().contractNo(), LEFT, y, 240, types.label());
            pen.right(paper.deal().edition(), RIGHT, y, 200, types.label());
            y -= 12;
        }

        private void facts() {
            var facts = paper.deal().facts();
            pen.line(LEFT, y, RIGHT, y, 0.5f, RULE);
            y -= 16;
            pen.left("付款人", LEFT, y, 60, types.label());
            pen.left(part.payer(), LEFT + 60, y, WIDTH - 60, types.strong());
            for (var fact : facts) {
                y -= 17;
                pen.left(fact.label(), LEFT, y, 60, types.label());
                pen.left(fact.value(), LEFT + 60, y, WIDTH - 60, types.text());
            }
            y -= 28;
        }

        private void section(String name) {
            pen.fill(LEFT, y - 7, WIDTH, 20, GROUND);
            pen.left(name, LEFT + 6, y, WIDTH - 12, types.label());
            y -= 22;
        }

        private void line(FeeListPaper.Line line) throws IOException {
            var width = WIDTH - AMOUNT - 12;
            var lines = pen.linesOf(line.why(), width, types.small());
            room(30 + 11 * lines);
            pen.left(line.name(), LEFT + 6, y, width, types.text());
            pen.right("¥" + ReceiptPrinter.figures(line.amount()), RIGHT - 6, y, AMOUNT, types.text());
            y -= 13;
            pen.paragraph(line.why(), LEFT + 6, y, width, 11, types.small());
            y -= 11 * (lines - 1) + 9;
            pen.line(LEFT, y, RIGHT, y, 0.4f, RULE);
            y -= 15;
        }

        private void sum() throws IOException {
            room(70);
            y -= 6;
            pen.left("合计", LEFT + 6, y, 100, types.strong());
            pen.right("¥" + ReceiptPrinter.figures(part.total()), RIGHT - 6, y, 200, types.sum());
            y -= 18;
            pen.left(ChineseAmount.of(part.total()), LEFT + 6, y, WIDTH - 12, types.label());
            y -= 20;
            pen.line(LEFT, y, RIGHT, y, 0.8f, INK);
            y -= 22;
        }

        private void agreement() throws IOException {
            var signed = part.signed();
            if (signed == null && !part.answer().isEmpty()) {
                pen.left(part.answer(), LEFT, y, WIDTH, types.text());
                return;
            }
            var statement = signed == null ? "本人已看过以上收费清单，同意按清单付款。" : signed.statement();
            y -= 13 * (pen.paragraph(statement, LEFT, y, WIDTH, 13, types.text()) - 1);
            y -= 62;
            pen.left("付款人签字", LEFT, y, 70, types.label());
            pen.line(LEFT + 74, y - 4, LEFT + 274, y - 4, 0.6f, INK);
            pen.left("日期", LEFT + 310, y, 40, types.label());
            pen.line(LEFT + 344, y - 4, RIGHT, y - 4, 0.6f, INK);
            if (signed != null) {
                signature(signed);
                pen.left(signed.day(), LEFT + 348, y, 130, types.text());
                y -= 20;
                pen.left(part.answer(), LEFT, y, WIDTH, types.small());
            }
        }

        private void signature(FeeListPaper.Signed signed) throws IOException {
            var image = PDImageXObject.createFromByteArray(
                    document, signed.picture().png(), "signature");
            var scale = Math.min(190f / image.getWidth(), 54f / image.getHeight());
            pen.image(image, LEFT + 80, y - 2, image.getWidth() * scale, image.getHeight() * scale);
        }

        private void room(float needed) throws IOException {
            if (y - needed < BOTTOM) {
                close();
                pen = turn();
            }
        }

        private Pen turn() throws IOException {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            y = TOP;
            return new Pen(document, page, fonts);
        }

        @Override
        public void close() throws IOException {
            pen.left(paper.store(), LEFT, 40, WIDTH - 60, types.small());
            pen.right("确认清单不扣款；款项直接进入公司商户账户，请不要付给个人。", RIGHT, 40, 300, types.small());
            pen.close();
        }
    }
}
