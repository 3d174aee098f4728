package io.shouqi.lists;

/** What stands in a column, which decides how it is aligned. */
public enum ColumnKind {
    /** What the row is: the first column, which opens it. */
    HEAD("is-head"),
    TEXT(""),
    NUMBER("number"),
    DATE("number"),
    MONEY("money"),
    STATE("is-state");

    private final String css;

    ColumnKind(String css) {
        this.css = css;
    }

    /** The class of its cells and of its heading. */
    public String css() {
        return css;
    }
}
