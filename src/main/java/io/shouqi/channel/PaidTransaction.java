package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.time.Instant;

/**
 * Money the channel says it took, in the channel's own words: compare order number, amount, currency, merchant and app
 * before believing that it is what was asked for.
 *
 * @param currency ISO code, such as CNY
 */
public record PaidTransaction(
        String orderNo,
        String transactionId,
        Money amount,
        String currency,
        String merchantId,
        String appId,
        Instant paidAt) {}
