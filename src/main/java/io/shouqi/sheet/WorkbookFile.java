package io.shouqi.sheet;

import io.shouqi.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An XLSX that anybody may have made: looked at as the zip it is before anything is built from it in memory. */
public final class WorkbookFile {

    /** The media type of a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MOST_BYTES = 4 << 20;
    private static final long MOST_BYTES_INFLATED = 64L << 20;
    private static final int MOST_PARTS = 500;
    /** Each becomes several objects in memory, so a modest file could fill it. */
    private static final int MOST_ELEMENTS = 3_000_000;

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Parts with a will of their own: macros, controls, embedded files, links to other workbooks. */
    private static final Set<String> ALIVE = Set.of(
            "vbaproject",
            "activex",
            "ctrlprops",
            "embeddings",
            "oleobject",
            "externallinks",
            "macrosheets",
            "dialogsheets",
            "connections.xml",
            "querytables",
            "webextensions");

    private WorkbookFile() {}

    /**
     * Reads the first sheet.
     *
     * @throws Refusal where the file is too big, or small and swells, or carries macros, or is no workbook
     */
    public static <T> T read(byte[] file, Function<Sheet, T> reading) {
        return read(file, NO_LIMIT, reading);
    }

    /**
     * Reads the first sheet of a workbook none of whose sheets may have more rows; counted before anything is built.
     *
     * @throws Refusal as above, and naming the first row that is too much
     */
    public static <T> T read(byte[] file, int mostRows, Function<Sheet, T> reading) {
        requireModest(file, mostRows);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return reading.apply(workbook.getSheetAt(0));
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library answers a broken file with whatever exception comes first
            throw unreadable();
        }
    }

    public static byte[] bytes(XSSFWorkbook workbook) {
        var out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void requireModest(byte[] file, int mostRows) {
        if (file.length > MOST_BYTES) {
            throw Refusal.invalid("file", "sheet.file.tooBig");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var parts = 0;
            var inflated = 0L;
            var elements = 0L;
            var buffer = new byte[8192];
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                requireLifeless(part.getName());
                var tags = new TagCount();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflated += read;
                    tags.count(buffer, read);
                    if (inflated > MOST_BYTES_INFLATED || parts > MOST_PARTS || elements + tags.all() > MOST_ELEMENTS) {
                        throw Refusal.invalid("file", "sheet.file.tooBig");
                    }
                    if (tags.rows() > mostRows) {
                        throw Refusal.invalid(SheetCells.address(mostRows + 1, 0), "sheet.rows.tooMany", mostRows);
                    }
                }
                elements += tags.all();
            }
            if (parts == 0) {
                throw unreadable();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static void requireLifeless(String part) {
        var name = part.toLowerCase(Locale.ROOT);
        if (ALIVE.stream().anyMatch(name::contains)) {
            throw Refusal.invalid("file", "sheet.file.macro");
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("file", "sheet.file.unreadable");
    }
}
