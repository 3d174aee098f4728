package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.util.List;

/**
 * The last words of a statement.
 *
 * @param rows payments and refunds
 * @param net payments less refunds
 * @param fees what the channel keeps
 */
public record BillSummary(int rows, Money net, Money fees) {

    static BillSummary of(List<BillRow> rows) {
        return new BillSummary(
                rows.size(),
                Money.sum(rows.stream()
                        .map(r -> r.kind() == BillRow.Kind.REFUND ? r.amount().negated() : r.amount())
                        .toList()),
                Money.sum(rows.stream().map(BillRow::fee).toList()));
    }
}
