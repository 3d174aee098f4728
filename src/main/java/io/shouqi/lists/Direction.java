package io.shouqi.lists;

public enum Direction {
    ASCENDING,
    DESCENDING;

    public Direction turned() {
        return this == ASCENDING ? DESCENDING : ASCENDING;
    }
}
