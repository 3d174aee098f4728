package io.shouqi.receivable;

import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * How much less one receivable is, and how much of that had been paid. Taken from the last instalment backward, from what
 * is open before what is paid, and from the fees in question before others of the same treatment.
 */
record Reduction(Receivable receivable, Money less, Money givenBack) {

    private static final Comparator<Receivable> LAST_FIRST = Comparator.comparing(Receivable::instalment)
            .thenComparing(Receivable::number)
            .reversed();

    /**
     * Pure.
     *
     * @param owed those of one treatment that count
     * @param less no more than they sum up to
     */
    static List<Reduction> of(List<Receivable> owed, Collection<String> feeCodes, Money less) {
        var taking = new Taking(less);
        var ordered = owed.stream().sorted(LAST_FIRST).toList();
        for (var wanted : List.of(true, false)) {
            var group = ordered.stream()
                    .filter(r -> r.feeCodes().stream().anyMatch(feeCodes::contains) == wanted)
                    .toList();
            taking.from(group, Receivable::outstanding, false);
            taking.from(group, Receivable::paid, true);
        }
        return taking.done();
    }

    private static final class Taking {

        private final LinkedHashMap<Receivable, Reduction> taken = new LinkedHashMap<>();
        private Money left;

        Taking(Money less) {
            this.left = less;
        }

        void from(List<Receivable> group, Function<Receivable, Money> available, boolean paid) {
            for (var receivable : group) {
                var part = left.min(available.apply(receivable));
                if (part.isPositive()) {
                    var more = new Reduction(receivable, part, paid ? part : Money.ZERO);
                    taken.merge(receivable, more, Reduction::plus);
                    left = left.minus(part);
                }
            }
        }

        List<Reduction> done() {
            if (left.isPositive()) {
                throw new IllegalStateException(left + " is more than what is owed");
            }
            return new ArrayList<>(taken.values());
        }
    }

    private Reduction plus(Reduction more) {
        return new Reduction(receivable, less.plus(more.less), givenBack.plus(more.givenBack));
    }
}
