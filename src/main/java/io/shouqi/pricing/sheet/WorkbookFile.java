package io.shouqi.pricing.sheet;

import io.shouqi.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/** Looks at an XLSX as the zip it is, before anything is built from it in memory. */
final class WorkbookFile {

    private static final int MOST_BYTES = 4 << 20;
    private static final long MOST_BYTES_INFLATED = 64L << 20;
    private static final int MOST_PARTS = 500;

    private WorkbookFile() {}

    /** @throws Refusal where the file is too big, or small and swells */
    static void requireModest(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.invalid("file", "pricing.file.tooBig");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var parts = 0;
            var inflated = 0L;
            var buffer = new byte[8192];
            while (zip.getNextEntry() != null) {
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflated += read;
                    if (inflated > MOST_BYTES_INFLATED || parts > MOST_PARTS) {
                        throw Refusal.invalid("file", "pricing.file.tooBig");
                    }
                }
            }
            if (parts == 0) {
                throw unreadable();
            }
        } catch (IOException e) {
            throw unreadable();
        }
    }

    static Refusal unreadable() {
        return Refusal.invalid("file", "pricing.file.unreadable");
    }
}
