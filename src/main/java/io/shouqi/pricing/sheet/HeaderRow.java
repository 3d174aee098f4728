package io.shouqi.pricing.sheet;

/** The rows above the data, as the sheet numbers them. People see title, note and labels; the rest is for Drools. */
public enum HeaderRow {
    TITLE(1),
    NOTE(2),
    RULE_SET(3),
    IMPORT(4),
    VARIABLES(5),
    RULE_TABLE(6),
    KIND(7),
    PATTERN(8),
    SNIPPET(9),
    LABEL(10);

    /** The first row of data. */
    public static final int DATA = 11;

    private final int number;

    HeaderRow(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** As libraries count it, from 0. */
    int index() {
        return number - 1;
    }

    public boolean isCode() {
        return this != TITLE && this != NOTE && this != LABEL;
    }
}
