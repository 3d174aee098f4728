package io.shouqi.sandbox;

/** What a merchant asks of a channel. */
enum Call {
    PREPAY,
    QUERY,
    CLOSE,
    REFUND,
    REFUND_QUERY,
    BILL
}
