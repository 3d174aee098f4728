package io.shouqi.contract;

import io.shouqi.pricing.FeeGroup;
import io.shouqi.pricing.FeeLine;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.Why;
import io.shouqi.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** One frozen line of a fee list with the reason of its amount. */
@Embeddable
public record FeeListLine(
        String code,
        String name,
        @Enumerated(EnumType.STRING) PartyRole payer,
        @Column(name = "amount_fen") long fen,

        @Enumerated(EnumType.STRING) @Column(name = "fee_group")
        FeeGroup group,

        boolean entrusted,
        @Nullable String tax,
        @Convert(converter = WhyText.class) Why why) {

    static FeeListLine of(FeeLine line) {
        return new FeeListLine(
                line.code(),
                line.name(),
                line.payer(),
                line.amount().fen(),
                line.group(),
                line.entrusted(),
                line.tax(),
                line.why());
    }

    public Money amount() {
        return Money.ofFen(fen);
    }
}
