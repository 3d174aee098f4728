package io.shouqi.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that may hang on a task, known by what is in them and never by what they are called. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg,jpeg"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    TXT("text/plain;charset=utf-8", "txt,csv,md,log");

    private final String mediaType;
    /** Joined by commas; the first is the usual one. */
    private final String endings;

    FileKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name, with an ending that tells what is in the file. */
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var known = List.of(endings.split(","));
        return known.stream().anyMatch(ending -> lower.endsWith("." + ending)) ? name : name + "." + known.get(0);
    }

    /** @return empty for whatever is none of these, or carries a program */
    static Optional<FileKind> of(byte[] content) {
        if (starts(content, 0x25, 0x50, 0x44, 0x46, 0x2D)) {
            return Optional.of(PDF);
        } else if (starts(content, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        } else if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        } else if (starts(content, 0x50, 0x4B, 0x03, 0x04)) {
            return OfficeFile.kind(content);
        }
        return PlainText.isText(content) ? Optional.of(TXT) : Optional.empty();
    }

    private static boolean starts(byte[] content, int... head) {
        for (int at = 0; at < head.length; at++) {
            if (content.length <= at || (content[at] & 0xFF) != head[at]) {
                return false;
            }
        }
        return true;
    }
}
