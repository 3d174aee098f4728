package io.shouqi.audit;

/**
 * What the verifier found, named so that somebody can look for it.
 *
 * @param source table of the fact, or empty
 * @param key of the fact, or the place of the anchor
 * @param detail what is known of it beside the key; may be empty
 */
public record Finding(Kind kind, String source, String key, long position, String detail) {

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

    static Finding of(Kind kind, Seal seal, String detail) {
        return new Finding(kind, seal.source(), seal.key(), seal.position(), detail);
    }

    static Finding of(Kind kind, Anchor anchor) {
        return new Finding(kind, "", anchor.day().toString(), anchor.position(), "");
    }
}
