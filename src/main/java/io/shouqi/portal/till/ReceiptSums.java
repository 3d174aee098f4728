package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.shared.Money;
import java.util.List;

/**
 * What a list of receipts comes to.
 *
 * @param methods what counts, by method
 * @param reversed how many were reversed and count no longer
 */
record ReceiptSums(List<Sum> methods, long reversed) {

    record Sum(Channel method, long count, Money amount) {}

    public long count() {
        return methods.stream().mapToLong(Sum::count).sum();
    }

    public Money total() {
        return Money.sum(methods.stream().map(Sum::amount).toList());
    }
}
