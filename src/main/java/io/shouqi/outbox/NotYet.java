package io.shouqi.outbox;

/** The listener is not ready for this event: deliver it again soon. No fault. */
public class NotYet extends RuntimeException {

    public NotYet(String why) {
        super(why, null, false, false);
    }
}
