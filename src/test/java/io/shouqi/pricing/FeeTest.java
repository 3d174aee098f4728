package io.shouqi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeeTest {

    @Test
    void a_rate_on_the_whole_amount_is_rounded_half_up_to_the_fen() {
        assertThat(fee("1.25", whole("0.02"))).isEqualTo("0.03");
        assertThat(fee("1.24", whole("0.02"))).isEqualTo("0.02");
    }

    @Test
    void a_fixed_amount_does_not_depend_on_the_price() {
        assertThat(fee("1.00", tier(FeeMode.FIXED, "0", "800", null, null))).isEqualTo("800.00");
        assertThat(fee("9000000", tier(FeeMode.FIXED, "0", "800", null, null))).isEqualTo("800.00");
    }

    @Test
    void a_fixed_amount_may_come_on_top_of_a_rate() {
        assertThat(fee("1000", tier(FeeMode.WHOLE, "0.01", "50", null, null))).isEqualTo("60.00");
    }

    @Test
    void minimum_and_maximum_hold_for_the_whole_fee() {
        var bounded = tier(FeeMode.WHOLE, "0.001", "0", "500", "5000");

        assertThat(fee("100000", bounded)).isEqualTo("500.00");
        assertThat(fee("1000000", bounded)).isEqualTo("1000.00");
        assertThat(fee("9000000", bounded)).isEqualTo("5000.00");
    }

    @Test
    void a_discount_comes_after_the_minimum_and_is_rounded_once() {
        var bounded = tier(FeeMode.WHOLE, "0.001", "0", "500", null);

        assertThat(Fee.of(List.of(bounded), Money.ofYuan("1000"), new BigDecimal("10")))
                .isEqualTo(Money.ofYuan("450"));
        assertThat(Fee.of(List.of(whole("0.01")), Money.ofYuan("1.49"), new BigDecimal("50")))
                .isEqualTo(Money.ofYuan("0.01"));
    }

    @Test
    void a_discount_of_everything_leaves_nothing() {
        assertThat(Fee.of(List.of(whole("0.02")), Money.ofYuan("5000000"), new BigDecimal("100")))
                .isEqualTo(Money.ZERO);
    }

    @Property
    void the_parts_of_progressive_tiers_sum_to_the_amount(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> widths,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen) {
        var amount = Money.ofFen(fen);
        var tiers = progressive(widths, amount);

        assertThat(Money.sum(tiers.stream().map(tier -> tier.part(amount)).toList()))
                .isEqualTo(amount);
    }

    @Property
    void with_one_rate_in_all_tiers_progressive_and_whole_agree(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> widths,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen) {
        var amount = Money.ofFen(fen);

        assertThat(Fee.of(progressive(widths, amount), amount, BigDecimal.ZERO))
                .isEqualTo(Fee.of(List.of(whole("0.01")), amount, BigDecimal.ZERO));
    }

    @Property
    void a_dearer_home_never_costs_less_in_progressive_tiers(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> widths,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long more) {
        var cheap = Money.ofFen(fen);
        var dear = Money.ofFen(fen + more);

        assertThat(Fee.of(progressive(widths, dear), dear, BigDecimal.ZERO))
                .isGreaterThanOrEqualTo(Fee.of(progressive(widths, cheap), cheap, BigDecimal.ZERO));
    }

    /** Tiers of these widths in fen, up to the one the amount falls into; the last is open. */
    private static List<Tier> progressive(List<Integer> widths, Money amount) {
        var tiers = new ArrayList<Tier>();
        var from = Money.ZERO;
        for (var i = 0; i < widths.size() && from.compareTo(amount) < 0; i++) {
            var to = i + 1 == widths.size() ? null : from.plus(Money.ofFen(widths.get(i)));
            tiers.add(new Tier(11 + i, FeeMode.PROGRESSIVE, from, to, new BigDecimal("0.01"), Money.ZERO, null, null));
            from = to == null ? amount : to;
        }
        return tiers;
    }

    private static String fee(String yuan, Tier tier) {
        return Fee.of(List.of(tier), Money.ofYuan(yuan), BigDecimal.ZERO).yuan();
    }

    private static Tier whole(String rate) {
        return tier(FeeMode.WHOLE, rate, "0", null, null);
    }

    private static Tier tier(
            FeeMode mode, String rate, String fixed, @Nullable String minimum, @Nullable String maximum) {
        return new Tier(
                11,
                mode,
                Money.ZERO,
                null,
                new BigDecimal(rate),
                Money.ofYuan(fixed),
                minimum == null ? null : Money.ofYuan(minimum),
                maximum == null ? null : Money.ofYuan(maximum));
    }
}
