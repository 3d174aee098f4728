package io.shouqi.database;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a thread works. Every transaction that the thread begins tells the database: the reach decides which
 * rows exist for it, the rest is what the audit log says of its changes.
 *
 * @param user null for the product itself and for customers
 * @param actingFor name of the absent colleague whose work this is; null for one's own
 * @param address where the request came from; null for what came from nowhere
 */
public record Caller(
        Reach reach,
        @Nullable UUID user,
        String name,
        @Nullable String actingFor,
        Via via,
        @Nullable String address) {

    /** The door somebody came through. */
    public enum Via {
        PAGE,
        API,
        /** a customer's own link */
        LINK,
        /** a payment channel's notification */
        CHANNEL,
        /** timers, events and the start of the product */
        SYSTEM
    }

    /** Whoever declared nothing sees nothing. */
    private static final Caller NOBODY = stranger(Via.SYSTEM, null);

    /** The product at its own work, for all companies. */
    public static final Caller SYSTEM = new Caller(Reach.EVERYTHING, null, "系统", null, Via.SYSTEM, null);

    private static final ThreadLocal<Caller> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

    /** The product at work for one company. */
    public static Caller system(String company) {
        return new Caller(Reach.ofCompany(company), null, SYSTEM.name, null, Via.SYSTEM, null);
    }

    /** Somebody who is not known and sees nothing. */
    public static Caller stranger(Via via, @Nullable String address) {
        return new Caller(Reach.NOTHING, null, "", null, via, address);
    }

    public static Caller current() {
        return CURRENT.get();
    }

    /** Holds for the transactions that begin until it is closed; one that runs already keeps its own. */
    public Visit enter() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> CURRENT.set(before);
    }

    public void run(Runnable work) {
        try (var visit = enter()) {
            work.run();
        }
    }

    public <T extends @Nullable Object> T call(Supplier<T> work) {
        try (var visit = enter()) {
            return work.get();
        }
    }

    /** Ends with who was there before. */
    public interface Visit extends AutoCloseable {
        @Override
        void close();
    }
}
