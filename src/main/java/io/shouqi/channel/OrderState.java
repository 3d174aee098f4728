package io.shouqi.channel;

/** What a channel answers, signed, when asked about an order. */
public sealed interface OrderState {

    record NotPaid() implements OrderState {}

    /** @param refunded some or all of it has gone back since */
    record Paid(PaidTransaction transaction, boolean refunded) implements OrderState {

        public Paid(PaidTransaction transaction) {
            this(transaction, false);
        }
    }

    /** Never paid, and never will be. */
    record Closed() implements OrderState {}

    /**
     * The channel knows no such order. That proves little: Alipay knows an order only once its code was scanned, and
     * WeChat's answer is unsigned.
     */
    record Missing() implements OrderState {}
}
