package io.shouqi.payment;

/** Why money could not simply be posted. */
public enum SuspenseReason {
    /** No order of that number is known here. */
    UNKNOWN_ORDER,
    /** Amount, currency, merchant or application differ from the order. */
    WRONG_AMOUNT,
    /** What it was meant for had been paid before. */
    DUPLICATE,
    /** The order had been closed. */
    LATE,
    /** The contract takes no money any more. */
    CONTRACT_ENDED
}
