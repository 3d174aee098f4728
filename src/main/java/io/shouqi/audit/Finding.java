package io.shouqi.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found, named so that somebody can look for it.
 *
 * @param source table of the fact, or empty
 * @param key of the fact, or the place of the anchor
 * @param position in the chain; 0 where it has none
 * @param label what is known of the fact beside its key
 * @param company whose people may read the label; null where it is not known
 */
public record Finding(
        Kind kind,
        String source,
        String key,
        long position,
        @Nullable String label,
        @Nullable String company) {

    public enum Kind {
        /** The fact says something else than when it was sealed. */
        CHANGED,
        /** The fact was sealed and is gone. */
        MISSING,
        /** The fact was written past the application: it claims a time that was sealed without it. */
        INSERTED,
        /** A part of a fact that hangs on nothing, such as entries without a voucher. */
        STRAY,
        /** The link was not made with the key, or its seal was changed. */
        BROKEN,
        /** Links up to before this position are gone. */
        GAP,
        /** The chain is shorter than an anchor says. */
        CUT,
        /** The chain is another one than the anchor says. */
        OTHER_CHAIN,
        /** A line of an anchor file that is no anchor. */
        UNREADABLE
    }

    static Finding of(Kind kind, Seal seal) {
        return new Finding(kind, seal.source(), seal.key(), seal.position(), null, null);
    }

    static Finding changed(Seal seal, Fact fact) {
        return new Finding(Kind.CHANGED, seal.source(), seal.key(), seal.position(), fact.label(), fact.company());
    }

    static Finding inserted(String source, Fact fact) {
        return new Finding(Kind.INSERTED, source, fact.key(), 0, fact.label(), fact.company());
    }

    static Finding stray(String source, String key) {
        return new Finding(Kind.STRAY, source, key, 0, null, null);
    }

    static Finding unreadable(String place) {
        return new Finding(Kind.UNREADABLE, "", place, 0, null, null);
    }

    static Finding of(Kind kind, Anchor anchor) {
        return new Finding(kind, "", anchor.day().toString(), anchor.position(), null, null);
    }
}
