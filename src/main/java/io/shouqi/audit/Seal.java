package io.shouqi.audit;

import java.time.Instant;

/**
 * A link of the chain.
 *
 * @param position 1, 2, 3 … without gaps
 * @param digest of the fact, in hexadecimal
 * @param chain MAC over the link before and this one, in hexadecimal
 * @param sealedAt to the microsecond
 */
record Seal(long position, String source, String key, String digest, String chain, Instant sealedAt) {

    /** What stands before the first link. */
    static final Seal START = new Seal(0, "", "", "", "", Instant.EPOCH);
}
