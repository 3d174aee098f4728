package io.shouqi.shared;

import org.jspecify.annotations.Nullable;

/** Text that leaves for a spreadsheet. */
public final class SheetText {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SheetText() {}

    /** What a spreadsheet would take for a formula gets an apostrophe in front, and stays text. */
    public static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
