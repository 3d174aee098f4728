package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.net.URI;

/**
 * @param refundNo the same number refunds once, however often it is sent
 * @param total what the order took
 * @param notifyUrl used by WeChat; Alipay tells the address of the order
 */
public record RefundRequest(
        MerchantAccount account,
        String orderNo,
        String refundNo,
        Money total,
        Money refund,
        String reason,
        URI notifyUrl) {}
