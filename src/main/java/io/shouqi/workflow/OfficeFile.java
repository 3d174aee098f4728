package io.shouqi.workflow;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A workbook or a document as the table of contents of its zip shows it: nothing in it is unpacked or parsed. */
final class OfficeFile {

    private static final int MOST_PARTS = 2000;

    /** Parts with a will of their own: macros, controls, embedded programs. */
    private static final Set<String> ALIVE = Set.of("vbaproject", "activex", "oleobject");

    private OfficeFile() {}

    static Optional<FileKind> kind(byte[] content) {
        return parts(content).flatMap(OfficeFile::kind);
    }

    private static Optional<FileKind> kind(Set<String> parts) {
        if (!parts.contains("[content_types].xml")
                || parts.stream().anyMatch(part -> ALIVE.stream().anyMatch(part::contains))) {
            return Optional.empty();
        } else if (parts.contains("xl/workbook.xml")) {
            return Optional.of(FileKind.XLSX);
        }
        return parts.contains("word/document.xml") ? Optional.of(FileKind.DOCX) : Optional.empty();
    }

    /** Names of the parts; empty where the zip is broken or has more of them than an honest file. */
    private static Optional<Set<String>> parts(byte[] content) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            var parts = new HashSet<String>();
            for (var part : Collections.list(zip.getEntries())) {
                parts.add(part.getName().toLowerCase(Locale.ROOT));
            }
            return parts.size() > MOST_PARTS ? Optional.empty() : Optional.of(parts);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
