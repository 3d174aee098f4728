package io.shouqi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An amount of renminbi as whole fen 分 (1 yuan = 100 fen). At the edges it is a yuan string with two decimals,
 * "25000.00".
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final Pattern YUAN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /**
     * Reads yuan such as "25000", "25000.5" or "-0.01".
     *
     * @throws IllegalArgumentException for anything else: exponents, separators, a third decimal
     */
    @JsonCreator
    public static Money ofYuan(String yuan) {
        if (!YUAN.matcher(yuan).matches()) {
            throw new IllegalArgumentException("not an amount in yuan with at most two decimals: " + yuan);
        }
        return ofFen(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    /** @return yuan with two decimals, no separators */
    @JsonValue
    public String yuan() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    /** @return this amount times a rate (0.027 for 2.7 %), rounded HALF_UP to the fen */
    public Money times(BigDecimal rate) {
        return ofFen(BigDecimal.valueOf(fen)
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /**
     * Splits by weights: every part HALF_UP to the fen, the last part takes the remainder, so the parts always sum to
     * this amount. A part never exceeds what is left, so none has the wrong sign.
     *
     * @param weights not negative, not all zero
     */
    public List<Money> split(List<BigDecimal> weights) {
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
            throw new IllegalArgumentException("weights must not be negative and must sum to more than zero");
        }
        var parts = new ArrayList<Money>(weights.size());
        var left = this;
        for (var weight : weights.subList(0, weights.size() - 1)) {
            var exact = BigDecimal.valueOf(fen).multiply(weight).divide(total, 0, RoundingMode.HALF_UP);
            var part = ofFen(exact.longValueExact());
            var fitting = part.abs().compareTo(left.abs()) > 0 ? left : part;
            parts.add(fitting);
            left = left.minus(fitting);
        }
        parts.add(left);
        return parts;
    }

    public Money abs() {
        return fen < 0 ? negated() : this;
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public static Money sum(Iterable<Money> amounts) {
        var sum = ZERO;
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
