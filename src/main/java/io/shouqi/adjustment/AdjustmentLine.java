package io.shouqi.adjustment;

import io.shouqi.contract.WhyText;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.Why;
import io.shouqi.receivable.Treatment;
import io.shouqi.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A fee of one payer that is another amount by the corrected table.
 *
 * @param why where the new amount comes from; null where the corrected table has no such fee
 */
@Embeddable
public record AdjustmentLine(
        String code,
        String name,
        @Enumerated(EnumType.STRING) PartyRole payer,
        boolean entrusted,
        @Nullable String tax,
        @Column(name = "before_fen") long beforeFen,
        @Column(name = "after_fen") long afterFen,
        @Convert(converter = WhyText.class) @Nullable Why why) {

    public Money before() {
        return Money.ofFen(beforeFen);
    }

    public Money after() {
        return Money.ofFen(afterFen);
    }

    public Money delta() {
        return after().minus(before());
    }

    Treatment treatment() {
        return new Treatment(payer, entrusted, tax);
    }
}
