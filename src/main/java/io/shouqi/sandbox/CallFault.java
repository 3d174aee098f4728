package io.shouqi.sandbox;

/** What a channel may do wrong about one call of a merchant. */
enum CallFault {
    /** It does what was asked and the line is cut within the answer. */
    COMMIT_THEN_CUT,
    /** It does what was asked and the signature does not fit the answer. */
    BAD_SIGNATURE,
    /** It does nothing and says so, unsigned, with a status of its own. */
    UNAVAILABLE
}
