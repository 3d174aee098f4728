package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.util.UUID;

/** News of a channel whose signature was checked. The same news comes more than once, and in any order. */
public sealed interface Notice {

    /** The same for every delivery of the same news. */
    String notificationId();

    Channel channel();

    UUID merchantAccountId();

    record Payment(String notificationId, Channel channel, UUID merchantAccountId, PaidTransaction transaction)
            implements Notice {}

    /** @param refund this refund at WeChat; at Alipay all that went back on this order so far */
    record Refund(
            String notificationId,
            Channel channel,
            UUID merchantAccountId,
            String orderNo,
            String refundNo,
            Money refund,
            RefundState state)
            implements Notice {}

    /** Nothing that moves money, such as Alipay's WAIT_BUYER_PAY. */
    record Other(String notificationId, Channel channel, UUID merchantAccountId, String kind) implements Notice {}
}
