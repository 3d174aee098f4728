package io.shouqi.receivable;

import io.shouqi.outbox.OutboxEvent;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;

/** @param paid what had been paid; it was moved to the customer's credit */
public record ReceivableCancelled(
        String company, String storeCode, String contractNo, String receivableNo, PartyRole payer, Money paid)
        implements OutboxEvent {}
