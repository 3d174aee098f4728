package io.shouqi.channel;

/** A message that claims to come from a channel and does not prove it. Answer 401 and post nothing. */
public class BadNotification extends RuntimeException {

    /** Why it was not believed. */
    public enum Reason {
        /** Not in the form the channel uses. */
        MALFORMED,
        /** Signed, if at all, by a key no merchant account trusts. */
        UNKNOWN_KEY,
        SIGNATURE,
        /** Older or newer than five minutes. */
        WINDOW,
        /** Signed well, but not encrypted for this merchant. */
        DECRYPTION
    }

    private final Reason reason;

    public BadNotification(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    public BadNotification(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
