package io.shouqi.outbox;

/** Something that happened, in the past tense; a record of ids and amounts that Jackson can write and read. */
public interface OutboxEvent {

    /** Code of the company it happened in. */
    String company();
}
