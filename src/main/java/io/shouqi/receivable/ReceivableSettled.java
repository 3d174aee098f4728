package io.shouqi.receivable;

import io.shouqi.outbox.OutboxEvent;

/** Paid in full. */
public record ReceivableSettled(String company, String receivableNo, String contractNo) implements OutboxEvent {}
