package io.shouqi.ledger;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a voucher. A negative amount is a red entry 红字.
 *
 * @param party whose money it is where the account is kept by party: a payer, an agent, a co-broker
 */
public record Entry(
        Account account, Side side, Money amount, @Nullable String party) {

    public enum Side {
        DEBIT,
        CREDIT
    }

    public static Entry debit(Account account, Money amount) {
        return new Entry(account, Side.DEBIT, amount, null);
    }

    public static Entry credit(Account account, Money amount) {
        return new Entry(account, Side.CREDIT, amount, null);
    }

    public Entry of(String party) {
        return new Entry(account, side, amount, party);
    }

    /** The same line as a red entry, which takes it back. */
    public Entry red() {
        return new Entry(account, side, amount.negated(), party);
    }
}
