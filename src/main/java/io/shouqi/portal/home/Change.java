package io.shouqi.portal.home;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How an amount compares with an earlier one.
 *
 * @param percent without a sign; zero where nothing can be said
 */
record Change(Direction direction, BigDecimal percent) {

    enum Direction {
        MORE,
        LESS,
        SAME,
        /** There was nothing before. */
        NEW
    }

    static Change of(Money now, Money before) {
        if (before.isZero()) {
            return new Change(now.isZero() ? Direction.SAME : Direction.NEW, BigDecimal.ZERO);
        }
        var difference = now.minus(before);
        var percent = BigDecimal.valueOf(difference.abs().fen())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before.abs().fen()), 0, RoundingMode.HALF_UP);
        var direction = difference.isPositive() ? Direction.MORE : Direction.LESS;
        return new Change(difference.isZero() ? Direction.SAME : direction, percent);
    }
}
