package io.shouqi.adjustment;

import io.shouqi.contract.FeeListLine;
import io.shouqi.pricing.Quote;
import io.shouqi.pricing.Why;
import io.shouqi.receivable.Treatment;
import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the payers of a contract have agreed to: the confirmed fee list, changed by the adjustments since. Pure. */
final class AgreedFees {

    /** The same fee in another treatment is another fee: what was booked one way is taken back that way. */
    private record Fee(String code, Treatment treatment) {}

    private record Priced(
            String name, Money amount, @Nullable Why why) {

        Priced plus(Priced more) {
            return new Priced(name, amount.plus(more.amount), why);
        }
    }

    private final Map<Fee, Priced> fees = new LinkedHashMap<>();

    AgreedFees(List<FeeListLine> list, List<FeeAdjustment> done) {
        list.forEach(line -> fees.merge(
                new Fee(line.code(), Treatment.of(line)),
                new Priced(line.name(), line.amount(), line.why()),
                Priced::plus));
        done.stream()
                .flatMap(adjustment -> adjustment.lines().stream())
                .forEach(line -> fees.put(
                        new Fee(line.code(), line.treatment()), new Priced(line.name(), line.after(), line.why())));
    }

    Money total() {
        return Money.sum(fees.values().stream().map(Priced::amount).toList());
    }

    /** What stands in the books alike, without what is nothing. */
    Map<Treatment, Money> byTreatment() {
        var sums = fees.entrySet().stream()
                .collect(Collectors.toMap(
                        fee -> fee.getKey().treatment(), fee -> fee.getValue().amount(), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** Fee by fee what a quote says otherwise: first what is agreed, in its order, then what is new. */
    List<AdjustmentLine> differences(Quote quote) {
        var quoted = new LinkedHashMap<Fee, Priced>();
        quote.lines()
                .forEach(line -> quoted.merge(
                        new Fee(line.code(), Treatment.of(line)),
                        new Priced(line.name(), line.amount(), line.why()),
                        Priced::plus));
        var all = new LinkedHashSet<>(fees.keySet());
        all.addAll(quoted.keySet());
        var lines = new ArrayList<AdjustmentLine>();
        for (var fee : all) {
            var before = fees.get(fee);
            var after = quoted.get(fee);
            if (!amount(before).equals(amount(after))) {
                lines.add(line(fee, before, after));
            }
        }
        return lines;
    }

    private static AdjustmentLine line(Fee fee, @Nullable Priced before, @Nullable Priced after) {
        var treatment = fee.treatment();
        return new AdjustmentLine(
                fee.code(),
                Objects.requireNonNull(after == null ? before : after).name(),
                treatment.payer(),
                treatment.entrusted(),
                treatment.tax(),
                amount(before).fen(),
                amount(after).fen(),
                after == null ? null : after.why());
    }

    private static Money amount(@Nullable Priced priced) {
        return priced == null ? Money.ZERO : priced.amount();
    }
}
