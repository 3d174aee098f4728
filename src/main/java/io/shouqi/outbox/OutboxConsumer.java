package io.shouqi.outbox;

/**
 * Hears of every event of one type, at least once and possibly again: it must not mind. Each call has a transaction of
 * its own; a failing event is retried with growing pauses while its neighbours go on.
 */
public interface OutboxConsumer<E extends OutboxEvent> {

    /** Stable name; the place in the stream is kept under it. */
    String name();

    Class<E> type();

    void accept(E event);
}
