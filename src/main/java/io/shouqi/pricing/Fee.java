package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The arithmetic of fees. Exact until the end, then rounded once. */
final class Fee {

    static final String ROUNDING = "HALF_UP 0.01";

    private Fee() {}

    /**
     * @param tiers one, or all progressive tiers up to the amount, the highest last: its minimum and maximum hold for
     *     the whole fee
     * @param discountPercent off what the tariff asks for; it may go below the minimum
     */
    static Money of(List<Tier> tiers, Money amount, BigDecimal discountPercent) {
        var asked = tiers.stream().map(tier -> tier.asks(amount)).reduce(BigDecimal.ZERO, BigDecimal::add);
        var top = tiers.get(tiers.size() - 1);
        if (top.minimum() != null) {
            asked = asked.max(BigDecimal.valueOf(top.minimum().fen()));
        }
        if (top.maximum() != null) {
            asked = asked.min(BigDecimal.valueOf(top.maximum().fen()));
        }
        var left = BigDecimal.ONE.subtract(discountPercent.movePointLeft(2));
        return Money.ofFen(
                asked.multiply(left).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
