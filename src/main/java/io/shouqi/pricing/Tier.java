package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Hit;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tariff as it counts for an amount.
 *
 * @param from where the tier begins
 * @param to where it ends; null where it does not
 * @param rate of the amount, or months of rent
 * @param fixed on top of the rate, or alone
 */
record Tier(
        int row,
        FeeMode mode,
        Money from,
        @Nullable Money to,
        BigDecimal rate,
        Money fixed,
        @Nullable Money minimum,
        @Nullable Money maximum) {

    static Tier of(Hit hit) {
        var terms = hit.terms();
        var rate = terms.get(FeeForm.RATE);
        return new Tier(
                hit.row().number(),
                terms.need(FeeForm.MODE),
                Objects.requireNonNullElse(hit.row().terms().get(FeeForm.FROM), Money.ZERO),
                hit.row().terms().get(FeeForm.TO),
                rate == null ? BigDecimal.ZERO : rate.factor(),
                Objects.requireNonNullElse(terms.get(FeeForm.FIXED), Money.ZERO),
                terms.get(CaseColumns.MINIMUM),
                terms.get(CaseColumns.MAXIMUM));
    }

    /** The part of an amount that this tier's rate applies to. */
    Money part(Money amount) {
        if (mode != FeeMode.PROGRESSIVE) {
            return amount;
        }
        return (to == null ? amount : amount.min(to)).minus(from);
    }

    /** What this tier asks for, in fen and fractions of it. */
    BigDecimal asks(Money amount) {
        return rate.multiply(BigDecimal.valueOf(part(amount).fen())).add(BigDecimal.valueOf(fixed.fen()));
    }
}
