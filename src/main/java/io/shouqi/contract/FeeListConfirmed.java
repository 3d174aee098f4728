package io.shouqi.contract;

import io.shouqi.outbox.OutboxEvent;

/** Every payer has agreed to the frozen fee list; from now on money may be taken. */
public record FeeListConfirmed(String company, String contractNo) implements OutboxEvent {}
