package io.shouqi.sandbox;

import static io.shouqi.sandbox.Declined.Why.UNKNOWN_ORDER;
import static io.shouqi.sandbox.Declined.Why.UNREADABLE;

import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What each of Alipay's methods does, in Alipay's words. */
@Component
@SandboxOnly
class AlipayDesk {

    private static final Duration UNLESS_SAID = Duration.ofHours(2);

    private final OrderBook orders;
    private final OrderTable table;
    private final BillDesk bills;
    private final String publicUrl;
    private final Clock clock;

    AlipayDesk(
            OrderBook orders,
            OrderTable table,
            BillDesk bills,
            @Value("${shouqi.public-url}") String publicUrl,
            Clock clock) {
        this.orders = orders;
        this.table = table;
        this.bills = bills;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    Map<String, Object> precreate(SandboxMerchant merchant, JsonNode content, String notifyUrl) {
        var order = orders.place(
                merchant,
                new OrderBook.Placement(
                        text(content, "out_trade_no"),
                        yuan(content, "total_amount"),
                        text(content, "subject"),
                        notifyUrl,
                        expiry(content.path("time_expire").asString(""))));
        return Map.of("out_trade_no", order.orderNo(), "qr_code", "https://qr.alipay.com/" + order.code());
    }

    Map<String, Object> query(SandboxMerchant merchant, JsonNode content) {
        var order = trade(merchant, content);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("out_trade_no", order.orderNo());
        answer.put("trade_status", state(order));
        var taken = order.taken();
        answer.put("total_amount", (taken == null ? order.amount() : taken.amount()).yuan());
        if (taken != null) {
            answer.put("trade_no", taken.transactionId());
            answer.put("buyer_pay_amount", taken.amount().yuan());
            answer.put("receipt_amount", taken.amount().yuan());
            answer.put("send_pay_date", Times.plain(taken.at()));
        }
        return answer;
    }

    Map<String, Object> close(SandboxMerchant merchant, JsonNode content) {
        var order = trade(merchant, content);
        if (order.taken() != null) {
            throw new Declined(Declined.Why.NOT_PAID, "a paid trade is refunded, not closed");
        }
        orders.close(merchant, order.orderNo());
        return Map.of("out_trade_no", order.orderNo());
    }

    Map<String, Object> refund(SandboxMerchant merchant, JsonNode content) {
        var found = trade(merchant, content);
        var repayment = new OrderBook.Repayment(
                content.path("out_request_no").asString(found.orderNo()),
                yuan(content, "refund_amount"),
                found.notifyUrl());
        var refunded = orders.refund(merchant, found, repayment);
        return Map.of(
                "out_trade_no", refunded.order().orderNo(),
                "trade_no", refunded.order().paid().transactionId(),
                "refund_fee", refunded.order().refunded().yuan(),
                "fund_change", refunded.fresh() ? "Y" : "N");
    }

    /** Of a refund it does not know Alipay says that all is well, and nothing else. */
    Map<String, Object> queryRefund(SandboxMerchant merchant, JsonNode content) {
        var order = trade(merchant, content);
        var answer = new LinkedHashMap<String, Object>();
        table.findRefund(order.id(), text(content, "out_request_no")).ifPresent(refund -> {
            answer.put("out_trade_no", order.orderNo());
            answer.put("out_request_no", refund.refundNo());
            answer.put("refund_amount", refund.amount().yuan());
            answer.put("total_amount", order.paid().amount().yuan());
            answer.put("refund_status", "REFUND_SUCCESS");
        });
        return answer;
    }

    Map<String, Object> bill(SandboxMerchant merchant, JsonNode content) {
        try {
            var day = LocalDate.parse(text(content, "bill_date"));
            var token = bills.link(merchant, day, Duration.ofSeconds(30));
            return Map.of("bill_download_url", publicUrl + "/sandbox/alipay/bill?token=" + token);
        } catch (DateTimeException e) {
            throw new Declined(UNREADABLE, "bill_date");
        }
    }

    /** A trade exists only once the buyer has scanned the code. */
    private SandboxOrder trade(SandboxMerchant merchant, JsonNode content) {
        var tradeNo = content.path("trade_no").asString("");
        var order = tradeNo.isEmpty()
                ? orders.find(merchant, text(content, "out_trade_no"))
                : orders.findTransaction(merchant, tradeNo);
        if (order.scannedAt() == null) {
            throw new Declined(UNKNOWN_ORDER);
        }
        return order;
    }

    private String state(SandboxOrder order) {
        if (order.taken() != null) {
            return order.left().isZero() ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        }
        return order.closedAt() != null || order.expired(clock.instant()) ? "TRADE_CLOSED" : "WAIT_BUYER_PAY";
    }

    private Instant expiry(String time) {
        try {
            return time.isEmpty() ? clock.instant().plus(UNLESS_SAID) : Times.parsePlain(time);
        } catch (DateTimeException e) {
            throw new Declined(UNREADABLE, "time_expire");
        }
    }

    private static Money yuan(JsonNode content, String field) {
        try {
            return Money.ofYuan(text(content, field));
        } catch (IllegalArgumentException e) {
            throw new Declined(UNREADABLE, field);
        }
    }

    private static String text(JsonNode content, String field) {
        var text = content.path(field).asString("");
        if (text.isBlank()) {
            throw new Declined(UNREADABLE, field);
        }
        return text;
    }
}
