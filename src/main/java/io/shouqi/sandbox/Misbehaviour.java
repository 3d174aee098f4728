package io.shouqi.sandbox;

/** What a channel may do wrong about one payment. */
enum Misbehaviour {
    /** The same news arrives three times, whether acknowledged or not. */
    DUPLICATE,
    /**
     * News arrives in the wrong order: WeChat's waits until later news of the same merchant has overtaken it, at most a
     * minute; Alipay's success is followed by a stale "waiting for the buyer".
     */
    REORDER,
    /** The first attempt comes five minutes late. */
    DELAY,
    /** One fen more than was asked for is taken, and everything the channel says agrees on that. */
    WRONG_AMOUNT,
    /** The news is signed by a stranger, each time. */
    BAD_SIGNATURE,
    /** The news is told, but the line is cut before the channel hears that it was understood. */
    COMMIT_THEN_CUT,
    /** No news at all: only a query or the statement tells. */
    NEVER_NOTIFY,
    /**
     * The payer was already paying when the order closed or ran out: the money is taken all the same. If the order is
     * still open, the news comes only after it has run out.
     */
    LATE
}
