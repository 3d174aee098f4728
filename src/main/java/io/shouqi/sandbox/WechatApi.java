package io.shouqi.sandbox;

import static io.shouqi.sandbox.Declined.Why.NO_BILL;
import static io.shouqi.sandbox.Declined.Why.UNKNOWN_REFUND;
import static io.shouqi.sandbox.Declined.Why.UNREADABLE;

import io.shouqi.identity.OpenDoor;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** WeChat Pay APIv3 for direct merchants; {@link WechatDoor} has checked who calls. */
@RestController
@SandboxOnly
@RequestMapping(WechatDoor.PREFIX + "/v3")
@OpenDoor("nothing: it exists in the demonstration alone, on loopback")
class WechatApi {

    private static final Duration UNLESS_SAID = Duration.ofHours(2);

    private final OrderBook orders;
    private final OrderTable table;
    private final BillDesk bills;
    private final Clock clock;

    WechatApi(OrderBook orders, OrderTable table, BillDesk bills, Clock clock) {
        this.orders = orders;
        this.table = table;
        this.bills = bills;
        this.clock = clock;
    }

    @PostMapping("/pay/transactions/native")
    Map<String, String> codeToScan(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestBody JsonNode request) {
        return Map.of(
                "code_url",
                "weixin://wxpay/bizpayurl?pr=" + place(merchant, request).code());
    }

    @PostMapping("/pay/transactions/jsapi")
    Map<String, String> insideWechat(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestBody JsonNode request) {
        return Map.of("prepay_id", place(merchant, request).code());
    }

    @PostMapping("/pay/transactions/h5")
    Map<String, String> fromABrowser(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestBody JsonNode request) {
        return Map.of(
                "h5_url",
                "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id="
                        + place(merchant, request).code());
    }

    @GetMapping("/pay/transactions/out-trade-no/{orderNo}")
    Map<String, Object> query(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @PathVariable String orderNo) {
        return WechatJson.transaction(merchant, orders.find(merchant, orderNo));
    }

    @GetMapping("/pay/transactions/id/{transactionId}")
    Map<String, Object> queryTransaction(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @PathVariable String transactionId) {
        return WechatJson.transaction(merchant, orders.findTransaction(merchant, transactionId));
    }

    @PostMapping("/pay/transactions/out-trade-no/{orderNo}/close")
    ResponseEntity<Void> close(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @PathVariable String orderNo) {
        orders.close(merchant, orderNo);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/refund/domestic/refunds")
    Map<String, Object> refund(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestBody JsonNode request) {
        var transactionId = request.path("transaction_id").asString("");
        var order = transactionId.isEmpty()
                ? orders.find(merchant, text(request, "out_trade_no"))
                : orders.findTransaction(merchant, transactionId);
        if (order.paid().amount().fen() != request.path("amount").path("total").asLong(-1)) {
            throw new Declined(UNREADABLE, "amount.total");
        }
        var repayment = new OrderBook.Repayment(
                text(request, "out_refund_no"),
                Money.ofFen(request.path("amount").path("refund").asLong(0)),
                request.path("notify_url").asString(order.notifyUrl()));
        var refunded = orders.refund(merchant, order, repayment);
        return WechatJson.refund(refunded.order(), refunded.refund());
    }

    @GetMapping("/refund/domestic/refunds/{refundNo}")
    Map<String, Object> queryRefund(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @PathVariable String refundNo) {
        var refund = table.findMerchantRefund(merchant.id(), refundNo).orElseThrow(() -> new Declined(UNKNOWN_REFUND));
        return WechatJson.refund(table.byId(refund.order()), refund);
    }

    @GetMapping("/bill/tradebill")
    Map<String, String> bill(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestParam("bill_date") String date) {
        var day = day(date);
        var token = bills.link(merchant, day, Duration.ofMinutes(5));
        return Map.of(
                "hash_type",
                "SHA1",
                "hash_value",
                bills.sha1(bills.wechatFile(merchant, day)),
                "download_url",
                "https://api.mch.weixin.qq.com/v3/billdownload/file?token=" + token);
    }

    @GetMapping("/billdownload/file")
    ResponseEntity<byte[]> billFile(
            @RequestAttribute(WechatDoor.MERCHANT) SandboxMerchant merchant, @RequestParam String token) {
        var linked = bills.linked(token);
        if (!linked.merchant().equals(merchant.id())) {
            throw new Declined(NO_BILL);
        }
        var file = bills.wechatFile(merchant, linked.day());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(file);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> declined(Declined no) {
        var refusal = Refusal.of(no.why());
        return ResponseEntity.status(refusal.status).body(Map.of("code", refusal.code, "message", refusal.message));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, String>> unreadable() {
        return declined(new Declined(UNREADABLE));
    }

    private SandboxOrder place(SandboxMerchant merchant, JsonNode request) {
        if (!merchant.appId().equals(text(request, "appid"))
                || !merchant.merchantId().equals(text(request, "mchid"))) {
            throw new Declined(UNREADABLE, "appid or mchid");
        }
        return orders.place(
                merchant,
                new OrderBook.Placement(
                        text(request, "out_trade_no"),
                        Money.ofFen(request.path("amount").path("total").asLong(0)),
                        text(request, "description"),
                        text(request, "notify_url"),
                        expiry(request.path("time_expire").asString(""))));
    }

    private Instant expiry(@Nullable String time) {
        try {
            return time == null || time.isEmpty()
                    ? clock.instant().plus(UNLESS_SAID)
                    : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new Declined(UNREADABLE, "time_expire");
        }
    }

    private static LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Declined(UNREADABLE, "bill_date");
        }
    }

    private static String text(JsonNode request, String field) {
        var text = request.path(field).asString("");
        if (text.isBlank()) {
            throw new Declined(UNREADABLE, field);
        }
        return text;
    }

    /** WeChat's codes and what it says with them. */
    private enum Refusal {
        PARAM_ERROR(400, "PARAM_ERROR", "参数错误"),
        ORDER_NOT_EXIST(404, "ORDER_NOT_EXIST", "订单不存在"),
        OUT_TRADE_NO_USED(403, "OUT_TRADE_NO_USED", "商户订单号重复"),
        ORDERPAID(400, "ORDERPAID", "该订单已支付"),
        ORDER_CLOSED(400, "ORDER_CLOSED", "该订单已关闭"),
        TRADE_ERROR(403, "TRADE_ERROR", "订单未支付，不能退款"),
        NOT_ENOUGH(403, "NOT_ENOUGH", "订单金额或退款金额超限"),
        RESOURCE_NOT_EXISTS(404, "RESOURCE_NOT_EXISTS", "退款单不存在"),
        INVALID_REQUEST(400, "INVALID_REQUEST", "同一退款单号的请求参数不一致"),
        NO_STATEMENT_EXIST(400, "NO_STATEMENT_EXIST", "账单文件不存在"),
        STATEMENT_CREATING(400, "STATEMENT_CREATING", "账单生成中，请稍后再试");

        private final int status;
        private final String code;
        private final String message;

        Refusal(int status, String code, String message) {
            this.status = status;
            this.code = code;
            this.message = message;
        }

        static Refusal of(Declined.Why why) {
            return switch (why) {
                case UNREADABLE -> PARAM_ERROR;
                case UNKNOWN_ORDER -> ORDER_NOT_EXIST;
                case OTHER_ORDER -> OUT_TRADE_NO_USED;
                case PAID -> ORDERPAID;
                case CLOSED, EXPIRED -> ORDER_CLOSED;
                case NOT_PAID -> TRADE_ERROR;
                case TOO_MUCH -> NOT_ENOUGH;
                case UNKNOWN_REFUND -> RESOURCE_NOT_EXISTS;
                case OTHER_REFUND -> INVALID_REQUEST;
                case NO_BILL -> NO_STATEMENT_EXIST;
                case BILL_LATER -> STATEMENT_CREATING;
            };
        }
    }
}
