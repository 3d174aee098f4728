package io.shouqi.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VestingTest {

    private static final Money TOTAL = Money.ofYuan("100000.00");

    @Test
    void half_the_money_earns_half_of_each_share() {
        var shares = List.of(Money.ofYuan("20000.00"), Money.ofYuan("30000.00"), Money.ofYuan("44339.62"));

        assertThat(Vesting.earned(shares, Money.ofYuan("50000.00"), TOTAL))
                .containsExactly(Money.ofYuan("10000.00"), Money.ofYuan("15000.00"), Money.ofYuan("22169.81"));
    }

    @Test
    void no_money_earns_nothing() {
        assertThat(Vesting.earned(List.of(Money.ofFen(7), Money.ofFen(3)), Money.ZERO, TOTAL))
                .containsExactly(Money.ZERO, Money.ZERO);
    }

    @Test
    void a_commission_of_nothing_earns_nothing() {
        assertThat(Vesting.earned(List.of(Money.ZERO, Money.ZERO), TOTAL, TOTAL))
                .containsExactly(Money.ZERO, Money.ZERO);
        assertThat(Vesting.earned(List.of(), Money.ZERO, Money.ZERO)).isEmpty();
    }

    @Property
    void once_all_money_is_in_each_share_is_earned_to_the_fen(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000_000L) Long> fen,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long total) {
        var shares = fen.stream().map(Money::ofFen).toList();

        assertThat(Vesting.earned(shares, Money.ofFen(total), Money.ofFen(total)))
                .isEqualTo(shares);
    }

    @Property
    void the_order_in_which_money_comes_does_not_matter(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000_000L) Long> fen,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 10_000_000L) Long> receipts) {
        var shares = fen.stream().map(Money::ofFen).toList();
        var total = Money.sum(receipts.stream().map(Money::ofFen).toList());
        var reversed = new ArrayList<>(receipts);
        Collections.reverse(reversed);

        assertThat(vestedOneByOne(shares, receipts, total))
                .isEqualTo(vestedOneByOne(shares, reversed, total))
                .isEqualTo(shares);
    }

    @Property
    void what_is_earned_is_the_collected_part_of_the_whole_to_half_a_fen(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000_000L) Long> fen,
            @ForAll @LongRange(max = 10_000L) long collected) {
        var shares = fen.stream().map(Money::ofFen).toList();

        var earned = Vesting.earned(shares, Money.ofFen(collected), Money.ofFen(10_000));

        var exact = (double) Money.sum(shares).fen() * collected / 10_000;
        assertThat((double) Money.sum(earned).fen()).isBetween(exact - 0.5, exact + 0.5);
        assertThat(earned).noneMatch(Money::isNegative);
    }

    /** What a share has after events that each post the difference to what was posted before. */
    private static List<Money> vestedOneByOne(List<Money> shares, List<Long> receipts, Money total) {
        var vested = new ArrayList<>(Collections.nCopies(shares.size(), Money.ZERO));
        var collected = Money.ZERO;
        for (var receipt : receipts) {
            collected = collected.plus(Money.ofFen(receipt));
            var earned = Vesting.earned(shares, collected, total);
            for (var i = 0; i < shares.size(); i++) {
                var move = earned.get(i).minus(vested.get(i));
                vested.set(i, vested.get(i).plus(move));
            }
        }
        return vested;
    }
}
