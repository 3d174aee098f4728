package io.shouqi.channel;

/** Where a refund stands at the channel. */
public enum RefundState {
    /** Accepted only; ask again. */
    PROCESSING,
    SUCCESS,
    /** Given up by the channel; the money stays with the merchant. */
    CLOSED,
    /** The payer's account cannot take it; somebody has to act at the channel. */
    ABNORMAL,
    /** The channel knows no such refund. */
    MISSING
}
