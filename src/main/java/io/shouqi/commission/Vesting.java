package io.shouqi.commission;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** How much of each share is earned by the money that is in. */
final class Vesting {

    private Vesting() {}

    /**
     * The part of all shares that was collected, spread over them. Rounding may lend a fen between shares on the way;
     * once everything is in, each has earned exactly what it is.
     *
     * @param collected of the total that the customers owe for the commission, both gross
     */
    static List<Money> earned(List<Money> shares, Money collected, Money total) {
        var all = Money.sum(shares);
        if (all.isZero() || total.isZero()) {
            return Collections.nCopies(shares.size(), Money.ZERO);
        }
        var earned = all.split(List.of(weight(collected), weight(total.minus(collected))));
        return earned.get(0).split(shares.stream().map(Vesting::weight).toList());
    }

    private static BigDecimal weight(Money amount) {
        return BigDecimal.valueOf(amount.fen());
    }
}
