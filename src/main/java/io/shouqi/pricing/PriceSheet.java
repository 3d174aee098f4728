package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store charges on a day 收费公示, as anybody may read it.
 *
 * @param version of the table of fees that is in force
 * @param since the day from which it is
 */
public record PriceSheet(int version, LocalDate since, List<Deal> deals) {

    /** The fees of one kind of deal, in the order of the table. */
    public record Deal(DealType type, List<Item> items) {}

    /** @param entrusted whether it is collected for others and no income of the store */
    public record Item(String name, FeeGroup group, PartyRole payer, boolean entrusted, List<Band> bands) {}

    /**
     * What is asked for amounts between two bounds.
     *
     * @param from the amount above which the band counts; zero where it counts from the beginning
     * @param to the amount up to which it counts; null where it has no end
     * @param toIsNext whether an amount of exactly {@code to} belongs to the next band
     * @param percent of the amount, for {@link FeeMode#WHOLE} and {@link FeeMode#PROGRESSIVE}; else null
     * @param months of rent, for {@link FeeMode#MONTHS}; else null
     * @param fixed on top of the rate, or alone; zero where there is none
     */
    public record Band(
            FeeMode mode,
            Money from,
            @Nullable Money to,
            boolean toIsNext,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal months,
            Money fixed,
            @Nullable Money minimum,
            @Nullable Money maximum) {}
}
