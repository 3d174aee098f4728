package io.shouqi.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.Request;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's notifications: a form signed with RSA2, told until the answer is exactly {@code success}. */
@Component
@SandboxOnly
class AlipayWire implements Wire {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private final Clock clock;

    AlipayWire(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String paid(SandboxMerchant merchant, SandboxOrder order, String notificationId) {
        var form = trade(merchant, order, notificationId, "TRADE_SUCCESS");
        form.put("gmt_payment", Times.plain(order.paid().at()));
        form.put("trade_no", order.paid().transactionId());
        return JSON.writeValueAsString(form);
    }

    /** The buyer has scanned the code and not paid yet. */
    String waiting(SandboxMerchant merchant, SandboxOrder order, String notificationId) {
        return JSON.writeValueAsString(trade(merchant, order, notificationId, "WAIT_BUYER_PAY"));
    }

    @Override
    public String refunded(SandboxMerchant merchant, SandboxOrder order, SandboxRefund refund, String notificationId) {
        var state = order.left().isZero() ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        var form = trade(merchant, order, notificationId, state);
        form.put("gmt_payment", Times.plain(order.paid().at()));
        form.put("gmt_refund", Times.plain(refund.createdAt()) + ".000");
        form.put("trade_no", order.paid().transactionId());
        form.put("out_biz_no", refund.refundNo());
        form.put("refund_fee", order.refunded().yuan());
        return JSON.writeValueAsString(form);
    }

    @Override
    public Request post(SandboxMerchant merchant, Delivery delivery) {
        Map<String, String> form = JSON.readValue(delivery.content(), new TypeReference<>() {});
        form.put("notify_time", Times.plain(clock.instant()));
        var text = AlipayText.of(form, Set.of());
        var signed = delivery.misbehaviour() == Misbehaviour.BAD_SIGNATURE ? "somebody=else&" + text : text;
        form.put("sign", Rsa.sign(merchant.key().privateKey(), signed));
        form.put("sign_type", "RSA2");
        var body = new FormBody.Builder();
        form.forEach(body::add);
        return new Request.Builder().url(delivery.url()).post(body.build()).build();
    }

    @Override
    public boolean understood(int status, String body) {
        return status == 200 && body.equals("success");
    }

    @Override
    public List<Duration> retries() {
        return RETRIES;
    }

    private static Map<String, String> trade(
            SandboxMerchant merchant, SandboxOrder order, String notificationId, String state) {
        var amount = order.taken() == null ? order.amount() : order.taken().amount();
        var form = new LinkedHashMap<String, String>();
        form.put("notify_type", "trade_status_sync");
        form.put("notify_id", notificationId);
        form.put("charset", "UTF-8");
        form.put("version", "1.0");
        form.put("app_id", merchant.appId());
        form.put("auth_app_id", merchant.appId());
        form.put("seller_id", merchant.merchantId());
        form.put("buyer_id", "2088000000000000");
        form.put("out_trade_no", order.orderNo());
        form.put("trade_status", state);
        form.put("subject", order.subject());
        form.put("total_amount", amount.yuan());
        form.put("receipt_amount", amount.yuan());
        form.put("buyer_pay_amount", amount.yuan());
        form.put("gmt_create", Times.plain(order.createdAt()));
        return form;
    }
}
