package io.shouqi.workflow;

import org.jspecify.annotations.Nullable;

/** What a file is called, as text for people to read. */
final class FileName {

    private static final int MOST = 120;

    private FileName() {}

    /** Without the folders some browsers send along, and without what cannot be seen or would turn the line around. */
    static String plain(@Nullable String name) {
        var text = name == null ? "" : name;
        var last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>:|?*]", "")
                .strip();
        var plain = last.isEmpty() || last.chars().allMatch(c -> c == '.') ? "附件" : last;
        return plain.length() <= MOST ? plain : plain.substring(plain.length() - MOST);
    }
}
