package io.shouqi.adjustment;

public enum AdjustmentStatus {
    /** Somebody else must agree. */
    REQUESTED,
    /** A payer is to pay more and has not said yes yet. */
    AWAITING_CONSENT,
    APPROVED,
    DONE,
    REJECTED,
    /** A payer said no. */
    DECLINED,
    /** The contract ended before it could be carried out. */
    LAPSED;

    public boolean open() {
        return this == REQUESTED || this == AWAITING_CONSENT || this == APPROVED;
    }
}
