package io.shouqi.payment;

import io.shouqi.outbox.OutboxEvent;

/** Money arrived that nobody can place; a person must look. */
public record SuspenseOpened(String company, String suspenseNo) implements OutboxEvent {}
