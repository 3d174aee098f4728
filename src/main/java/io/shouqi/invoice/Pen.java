package io.shouqi.invoice;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes and draws on a page. Lengths in points, from the lower left corner; texts stand on their baseline. */
class Pen implements AutoCloseable {

    private static final float SMALLEST = 0.75f;
    private static final String CUT = "…";

    private final PDPageContentStream page;
    private final DocumentFonts fonts;

    Pen(PDDocument document, PDPage page, DocumentFonts fonts) throws IOException {
        this.page = new PDPageContentStream(document, page);
        this.fonts = fonts;
    }

    /** How a text looks. */
    record Style(PDFont font, float size, Color color, float spacing) {

        Style(PDFont font, float size, Color color) {
            this(font, size, color, 0);
        }

        Style scaled(float by) {
            return new Style(font, size * by, color, spacing * by);
        }

        float width(String text) {
            try {
                return font.getStringWidth(text) / 1000 * size + spacing * text.length();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void left(String text, float x, float y, float width, Style style) {
        var fitting = fit(text, width, style);
        write(fitting.text(), x, y, fitting.style());
    }

    void right(String text, float x, float y, float width, Style style) {
        var fitting = fit(text, width, style);
        write(fitting.text(), x - fitting.width(), y, fitting.style());
    }

    void centred(String text, float x, float y, float width, Style style) {
        var fitting = fit(text, width, style);
        write(fitting.text(), x - (fitting.width() - style.spacing()) / 2, y, fitting.style());
    }

    /**
     * Writes as many lines as the text needs.
     *
     * @return how many
     */
    int paragraph(String text, float x, float y, float width, float leading, Style style) {
        var lines = broken(fonts.printable(text), width, style);
        for (var i = 0; i < lines.size(); i++) {
            write(lines.get(i), x, y - i * leading, style);
        }
        return lines.size();
    }

    int linesOf(String text, float width, Style style) {
        return broken(fonts.printable(text), width, style).size();
    }

    /** Chinese may break anywhere. */
    private static List<String> broken(String text, float width, Style style) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        text.codePoints().forEach(c -> {
            var longer = new StringBuilder(line).appendCodePoint(c).toString();
            if (!line.isEmpty() && style.width(longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(c);
        });
        lines.add(line.toString());
        return lines;
    }

    void image(PDImageXObject image, float x, float y, float width, float height) {
        draw(() -> page.drawImage(image, x, y, width, height));
    }

    void line(float fromX, float fromY, float toX, float toY, float width, Color color) {
        draw(() -> {
            page.setStrokingColor(color);
            page.setLineWidth(width);
            page.moveTo(fromX, fromY);
            page.lineTo(toX, toY);
            page.stroke();
        });
    }

    void frame(float x, float y, float width, float height, float thickness, Color color) {
        draw(() -> {
            page.setStrokingColor(color);
            page.setLineWidth(thickness);
            page.addRect(x, y, width, height);
            page.stroke();
        });
    }

    void fill(float x, float y, float width, float height, Color color) {
        draw(() -> {
            page.setNonStrokingColor(color);
            page.addRect(x, y, width, height);
            page.fill();
        });
    }

    void block(float x, float y, float width, float height) {
        fill(x, y, width, height, Color.BLACK);
    }

    /** Draws around a turned origin, letting what lies below shine through. */
    void stamped(float x, float y, double degrees, float opacity, Runnable drawing) {
        draw(() -> {
            var ink = new PDExtendedGraphicsState();
            ink.setNonStrokingAlphaConstant(opacity);
            ink.setStrokingAlphaConstant(opacity);
            page.saveGraphicsState();
            page.setGraphicsStateParameters(ink);
            page.transform(Matrix.getRotateInstance(Math.toRadians(degrees), x, y));
            drawing.run();
            page.restoreGraphicsState();
        });
    }

    @Override
    public void close() throws IOException {
        page.close();
    }

    private record Fitting(String text, Style style) {

        float width() {
            return style.width(text);
        }
    }

    /** A text too long for its place gets smaller, then shorter. */
    private Fitting fit(String text, float width, Style style) {
        var printable = fonts.printable(text);
        var needed = style.width(printable);
        if (needed <= width) {
            return new Fitting(printable, style);
        }
        var smaller = style.scaled(Math.max(SMALLEST, width / needed));
        var shorter = printable;
        while (smaller.width(shorter) > width && shorter.length() > 1) {
            var end = shorter.offsetByCodePoints(shorter.length(), shorter.endsWith(CUT) ? -2 : -1);
            shorter = shorter.substring(0, end) + CUT;
        }
        return new Fitting(shorter, smaller);
    }

    private void write(String text, float x, float y, Style style) {
        draw(() -> {
            page.beginText();
            page.setNonStrokingColor(style.color());
            page.setFont(style.font(), style.size());
            page.setCharacterSpacing(style.spacing());
            page.newLineAtOffset(x, y);
            page.showText(text);
            page.endText();
        });
    }

    private interface Drawing {
        void run() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
