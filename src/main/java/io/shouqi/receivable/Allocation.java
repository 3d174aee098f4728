package io.shouqi.receivable;

import io.shouqi.ledger.Account;
import io.shouqi.shared.Money;
import java.util.List;

/**
 * Where received money went.
 *
 * @param rest what no receivable took; it belongs to the customer
 * @param settled numbers of the receivables that this money settled
 */
public record Allocation(List<Part> parts, Money rest, List<String> settled) {

    /**
     * @param account the account to credit: receivable, contract liability, or entrusted money
     * @param party whose entrusted money it is, otherwise the payer
     */
    public record Part(String receivableNo, Money amount, Account account, String party) {}

    public Money allocated() {
        return Money.sum(parts.stream().map(Part::amount).toList());
    }
}
