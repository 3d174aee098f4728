package io.shouqi.sandbox;

/** The channel says no. Each protocol has its own code for each reason. */
class Declined extends RuntimeException {

    enum Why {
        /** Something is missing or not in the form it should have. */
        UNREADABLE,
        UNKNOWN_ORDER,
        /** The order number was used for something else. */
        OTHER_ORDER,
        PAID,
        CLOSED,
        EXPIRED,
        NOT_PAID,
        TOO_MUCH,
        UNKNOWN_REFUND,
        /** The refund number was used for something else. */
        OTHER_REFUND,
        /** No statement of that day, ever. */
        NO_BILL,
        /** The statement is made after ten in the morning of the next day. */
        BILL_LATER
    }

    private final Why why;

    Declined(Why why) {
        super(why.name());
        this.why = why;
    }

    Declined(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
