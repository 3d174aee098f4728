package io.shouqi.channel;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Orders, refunds and statements at the online channels. Every call goes over the network, so make none while holding
 * locks or a transaction. Each may end in {@link ChannelUncertain} or {@link ChannelRefused}.
 */
@Service
public class OnlineChannels {

    private final Map<Channel, OnlineChannel> channels;

    OnlineChannels(WechatPay wechat, AlipayPay alipay) {
        channels = Map.of(Channel.WECHAT, wechat, Channel.ALIPAY, alipay);
    }

    /** Placing the same order again is harmless and gives a code for the same order. */
    public PlacedOrder place(OrderRequest order) {
        return of(order.account()).place(order);
    }

    public OrderState query(MerchantAccount account, String orderNo) {
        return of(account).query(account, orderNo);
    }

    /**
     * Returns when the order is closed, was closed before, or does not exist because Alipay's code was never scanned;
     * such a code dies when the order expires. A paid order is refused: query it.
     */
    public void close(MerchantAccount account, String orderNo) {
        of(account).close(account, orderNo);
    }

    /** Sending the same refund again refunds once. */
    public RefundState refund(RefundRequest refund) {
        return of(refund.account()).refund(refund);
    }

    public RefundState queryRefund(MerchantAccount account, String orderNo, String refundNo) {
        return of(account).queryRefund(account, orderNo, refundNo);
    }

    /** The channel's statement of one business day; both make it the next morning. */
    public Bill bill(MerchantAccount account, LocalDate day) {
        return of(account).bill(account, day);
    }

    private OnlineChannel of(MerchantAccount account) {
        var channel = channels.get(account.channel());
        if (channel == null) {
            throw new IllegalArgumentException(account.channel() + " takes no orders");
        }
        return channel;
    }
}
