package io.shouqi.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Noto Sans SC, read once; each document carries only the characters it shows. */
@Component
class DocumentFonts {

    /** Stands for a character the font does not have, as printers used to do. */
    private static final int GETA = 0x3013;

    private final TrueTypeFont regular = read("NotoSansSC_400Regular.ttf");
    private final TrueTypeFont bold = read("NotoSansSC_700Bold.ttf");
    private final CmapLookup characters;

    DocumentFonts() throws IOException {
        characters = regular.getUnicodeCmapLookup();
    }

    PDFont regular(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont bold(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    /** A name may hold characters that no font has; the receipt is printed all the same. */
    String printable(String text) {
        return text.codePoints()
                .map(c -> characters.getGlyphId(c) == 0 ? GETA : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static TrueTypeFont read(String name) {
        var file = new ClassPathResource("fonts/" + name);
        if (!file.exists()) {
            throw new IllegalStateException(
                    "The fonts are missing. Build with Maven, or run: node src/main/frontend/build.mjs");
        }
        try (var in = file.getInputStream()) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // ligatures and the like are of no use here and cost a long look at large tables
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
