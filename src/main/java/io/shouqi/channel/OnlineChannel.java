package io.shouqi.channel;

import java.time.LocalDate;

/** What WeChat Pay and Alipay have in common; see {@link OnlineChannels} for what each call promises. */
interface OnlineChannel {

    PlacedOrder place(OrderRequest order);

    OrderState query(MerchantAccount account, String orderNo);

    void close(MerchantAccount account, String orderNo);

    RefundState refund(RefundRequest refund);

    RefundState queryRefund(MerchantAccount account, String orderNo, String refundNo);

    Bill bill(MerchantAccount account, LocalDate day);
}
