package io.shouqi.pricing;

/** Where things stand in a workbook; rows are counted from 0, as in POI. */
final class Sheet {

    static final int TITLE = 0;
    static final int RULE_SET = 1;
    static final int IMPORT = 2;
    static final int VARIABLES = 3;
    static final int RULE_TABLE = 4;
    static final int KEYWORDS = 5;
    static final int PATTERN = 6;
    static final int CONSTRAINTS = 7;
    static final int LABELS = 8;
    static final int FIRST_ROW = 9;

    static final int MOST_ROWS = 20_000;

    private Sheet() {}
}
