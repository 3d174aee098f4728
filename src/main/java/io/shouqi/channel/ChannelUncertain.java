package io.shouqi.channel;

/**
 * The channel did not answer, or answered something it did not sign: the outcome is unknown. Only a query or the
 * statement decides.
 */
public class ChannelUncertain extends RuntimeException {

    public ChannelUncertain(String message) {
        super(message);
    }

    public ChannelUncertain(String message, Throwable cause) {
        super(message, cause);
    }
}
