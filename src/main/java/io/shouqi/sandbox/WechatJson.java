package io.shouqi.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Orders and refunds in WeChat's words, the same in answers and in notifications. */
final class WechatJson {

    private WechatJson() {}

    static Map<String, Object> transaction(SandboxMerchant merchant, SandboxOrder order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("appid", merchant.appId());
        json.put("mchid", merchant.merchantId());
        json.put("out_trade_no", order.orderNo());
        json.put("trade_state", state(order));
        json.put("trade_state_desc", description(order));
        var taken = order.taken();
        if (taken == null) {
            json.put("amount", Map.of("total", order.amount().fen(), "currency", "CNY"));
            return json;
        }
        json.put("transaction_id", taken.transactionId());
        json.put("trade_type", "NATIVE");
        json.put("bank_type", "OTHERS");
        json.put("attach", "");
        json.put("success_time", Times.withOffset(taken.at()));
        json.put("payer", Map.of("openid", "oSandboxPayer"));
        json.put(
                "amount",
                Map.of(
                        "total",
                        taken.amount().fen(),
                        "payer_total",
                        taken.amount().fen(),
                        "currency",
                        "CNY",
                        "payer_currency",
                        "CNY"));
        return json;
    }

    static Map<String, Object> refund(SandboxOrder order, SandboxRefund refund) {
        var json = new LinkedHashMap<String, Object>();
        json.put("refund_id", refund.refundId());
        json.put("out_refund_no", refund.refundNo());
        json.put("transaction_id", order.paid().transactionId());
        json.put("out_trade_no", order.orderNo());
        json.put("channel", "ORIGINAL");
        json.put("user_received_account", "支付用户零钱");
        json.put("create_time", Times.withOffset(refund.createdAt()));
        if (refund.settledAt() != null) {
            json.put("success_time", Times.withOffset(refund.settledAt()));
        }
        json.put("status", refund.settledAt() == null ? "PROCESSING" : "SUCCESS");
        json.put("amount", amount(order, refund));
        return json;
    }

    static Map<String, Object> refundNews(SandboxMerchant merchant, SandboxOrder order, SandboxRefund refund) {
        var json = new LinkedHashMap<>(refund(order, refund));
        json.put("mchid", merchant.merchantId());
        json.put("refund_status", json.remove("status"));
        json.remove("channel");
        json.remove("create_time");
        return json;
    }

    private static Map<String, Object> amount(SandboxOrder order, SandboxRefund refund) {
        var total = order.paid().amount().fen();
        var back = refund.amount().fen();
        return Map.of("total", total, "refund", back, "payer_total", total, "payer_refund", back, "currency", "CNY");
    }

    private static String state(SandboxOrder order) {
        if (order.taken() != null) {
            return order.refunded().isPositive() ? "REFUND" : "SUCCESS";
        }
        return order.closedAt() == null ? "NOTPAY" : "CLOSED";
    }

    private static String description(SandboxOrder order) {
        return switch (state(order)) {
            case "SUCCESS" -> "支付成功";
            case "REFUND" -> "转入退款";
            case "CLOSED" -> "订单已关闭";
            default -> "订单未支付";
        };
    }
}
