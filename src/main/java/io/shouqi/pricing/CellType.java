package io.shouqi.pricing;

/** What a cell may hold. Everything else is refused before anything is compiled. */
enum CellType {
    /** Plain text without quotes, backslashes or line breaks. */
    TEXT,
    /** Capital letters, digits and underscores. */
    CODE,
    /** One of the column's choices, by its Chinese label. */
    CHOICE,
    /** Yuan with at most two decimals, not negative; fen inside. */
    AMOUNT,
    /** A factor, also written with a percent or permille sign. */
    RATE,
    /** 0 to 100, at most four decimals. */
    PERCENT,
    /** Year-month-day. */
    DATE
}
