package io.shouqi.adjustment;

import io.shouqi.shared.Money;
import java.util.List;

/**
 * What somebody asks for.
 *
 * @param tableVersion of the fee table that makes the difference
 * @param before what all payers owe, and {@code after} what they would
 */
record Proposal(int tableVersion, String reason, List<AdjustmentLine> lines, Money before, Money after) {

    /** The sum of all changes whichever direction: an adjustment that gives here and takes there is no small one. */
    Money moved() {
        return Money.sum(lines.stream().map(line -> line.delta().abs()).toList());
    }
}
