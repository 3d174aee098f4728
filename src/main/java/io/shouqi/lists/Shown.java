package io.shouqi.lists;

/** Whether a column is there before anybody chose. */
public enum Shown {
    /** and cannot be hidden */
    ALWAYS,
    USUALLY,
    ON_REQUEST
}
