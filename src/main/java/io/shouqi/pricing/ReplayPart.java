package io.shouqi.pricing;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a replay falls.
 *
 * @param key code of the store, user name of the agent, role of the split, or {@link Rows} of the sheets
 * @param name of the agent, or of what the rows are about; the key where nothing more is known
 * @param cases contracts
 */
public record ReplayPart(Kind kind, String key, String name, int cases, Money delta, Money moved) {

    public enum Kind {
        STORE,
        /** A contract's change is divided equally among its agents, so the agents sum up to the total. */
        AGENT,
        ROLE,
        ROW
    }

    /**
     * Which row the money comes from.
     *
     * @param after in the replayed version; null where it has no such line any more
     * @param beforeVersion the version that priced the contracts; 0 where there was no such line
     * @param before its row; null where there was no such line
     */
    public record Rows(
            @Nullable Integer after,
            int beforeVersion,
            @Nullable Integer before) {

        String key() {
            return (after == null ? "" : after) + "|" + beforeVersion + "|" + (before == null ? "" : before);
        }

        static Rows of(String key) {
            var parts = key.split("\\|", -1);
            return new Rows(number(parts[0]), Integer.parseInt(parts[1]), number(parts[2]));
        }

        private static @Nullable Integer number(String text) {
            return text.isEmpty() ? null : Integer.valueOf(text);
        }
    }

    /** Of {@link Kind#ROW}. */
    public Rows rows() {
        return Rows.of(key);
    }
}
