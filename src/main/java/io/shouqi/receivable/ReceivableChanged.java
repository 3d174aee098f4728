package io.shouqi.receivable;

import io.shouqi.outbox.OutboxEvent;

/** Its due date is another one now. */
public record ReceivableChanged(String company, String receivableNo) implements OutboxEvent {}
