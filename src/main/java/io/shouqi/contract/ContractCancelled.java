package io.shouqi.contract;

import io.shouqi.outbox.OutboxEvent;

public record ContractCancelled(String company, String contractNo) implements OutboxEvent {}
