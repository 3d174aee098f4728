package io.shouqi.pricing.sheet;

/** Whole numbers from the lowest to the highest, both included. */
public record Range(long lowest, long highest) {

    boolean isEmpty() {
        return lowest > highest;
    }

    boolean meets(Range other) {
        return lowest <= other.highest && other.lowest <= highest;
    }

    boolean leavesGapBefore(Range next) {
        return highest < next.lowest - 1;
    }

    boolean isOpenAbove() {
        return highest == Long.MAX_VALUE;
    }
}
