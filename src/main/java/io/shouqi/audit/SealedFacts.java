package io.shouqi.audit;

import java.util.Optional;

/**
 * A table of facts that the chain seals. The module that owns the table offers a bean, which needs no other bean: the
 * verifier's command finds it without starting the application.
 */
public interface SealedFacts {

    /** The type of a key, which also orders the facts of one transaction. */
    enum Key {
        TEXT("text"),
        NUMBER("bigint");

        private final String type;

        Key(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** Name in the chain, for ever; the table's name. */
    String source();

    Key key();

    /**
     * A query for all facts, without an order, that gives
     *
     * <ul>
     *   <li>{@code tx} xid8: the transaction that wrote it; with {@code key} an index
     *   <li>{@code key}: unique, indexed, never changed; what people call the fact by
     *   <li>{@code label} text: what a finding says beside the key
     *   <li>{@code company} text: whose people may read the label
     *   <li>{@code content} jsonb: everything that must never change. A column added later must be left out, or be null
     *       in older rows and removed where null: what old facts say must stay the same text
     * </ul>
     */
    String rows();

    /** A query for keys of rows that belong to facts but hang on none, such as entries without a voucher. */
    default Optional<String> strays() {
        return Optional.empty();
    }
}
