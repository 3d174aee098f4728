package io.shouqi.channel;

/**
 * The channel said no, with a code it documents. WeChat does not sign a no: take it as a reason to tell people or to
 * ask, never as the end of an order or a refund.
 */
public class ChannelRefused extends RuntimeException {

    private final String code;

    public ChannelRefused(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** The channel's own code, such as {@code ORDERPAID} or {@code ACQ.TRADE_HAS_SUCCESS}. */
    public String code() {
        return code;
    }
}
