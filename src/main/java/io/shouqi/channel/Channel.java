package io.shouqi.channel;

/** A way for money to arrive. */
public enum Channel {
    CASH,
    CARD,
    TRANSFER,
    WECHAT,
    ALIPAY;

    /** Whether a payment is an order at the channel, which answers for its state, rather than something we note. */
    public boolean online() {
        return this == WECHAT || this == ALIPAY;
    }
}
