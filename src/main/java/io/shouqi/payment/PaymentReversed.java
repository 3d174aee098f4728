package io.shouqi.payment;

import io.shouqi.outbox.OutboxEvent;
import io.shouqi.shared.Money;

/**
 * A receipt was entered wrongly and is taken back: its receivables are open again.
 *
 * @param reversalNo number of the counter-entry
 */
public record PaymentReversed(
        String company, String storeCode, String contractNo, String receiptNo, String reversalNo, Money amount)
        implements OutboxEvent {}
