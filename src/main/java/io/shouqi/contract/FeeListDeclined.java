package io.shouqi.contract;

import io.shouqi.outbox.OutboxEvent;

/** A payer said no to the fee list. */
public record FeeListDeclined(String company, String contractNo) implements OutboxEvent {}
