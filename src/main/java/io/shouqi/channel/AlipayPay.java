package io.shouqi.channel;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's code payments 当面付 (a code the payer scans), through the official library. */
@Component
class AlipayPay implements OnlineChannel {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String MISSING = "ACQ.TRADE_NOT_EXIST";
    private static final String CLOSED = "ACQ.TRADE_HAS_CLOSE";
    private static final int SUBJECT_BYTES = 256;
    private static final JsonMapper JSON = new JsonMapper();

    private final ChannelClients clients;
    private final AlipayBills bills;

    AlipayPay(ChannelClients clients, AlipayBills bills) {
        this.clients = clients;
        this.bills = bills;
    }

    @Override
    public PlacedOrder place(OrderRequest order) {
        var model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(order.orderNo());
        model.setTotalAmount(order.amount().yuan());
        model.setSubject(Subject.within(order.subject(), SUBJECT_BYTES));
        model.setTimeExpire(TIME.format(order.expiresAt().atZone(BusinessTime.ZONE)));
        var request = new AlipayTradePrecreateRequest();
        request.setBizModel(model);
        request.setNotifyUrl(order.notifyUrl().toString());
        var codeUrl = call(order.account(), request).getQrCode();
        if (codeUrl == null) {
            throw new ChannelUncertain("Alipay accepted order " + order.orderNo() + " without a code");
        }
        return new PlacedOrder(codeUrl);
    }

    @Override
    public OrderState query(MerchantAccount account, String orderNo) {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(orderNo);
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        AlipayTradeQueryResponse trade;
        try {
            trade = call(account, request);
        } catch (ChannelRefused refused) {
            if (refused.code().equals(MISSING)) {
                return new OrderState.Missing();
            }
            throw refused;
        }
        if (trade.getTradeStatus() == null || !orderNo.equals(trade.getOutTradeNo())) {
            throw new ChannelUncertain("Alipay answered something else when asked for order " + orderNo);
        }
        return switch (trade.getTradeStatus()) {
            case "WAIT_BUYER_PAY" -> new OrderState.NotPaid();
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> new OrderState.Paid(paid(account, trade));
            // timed out, or paid and then refunded in full: only a paid one has a time of payment
            case "TRADE_CLOSED" ->
                trade.getSendPayDate() == null
                        ? new OrderState.Closed()
                        : new OrderState.Paid(paid(account, trade), true);
            default -> throw new ChannelUncertain("Alipay names a state nobody knows: " + trade.getTradeStatus());
        };
    }

    @Override
    public void close(MerchantAccount account, String orderNo) {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(orderNo);
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        try {
            call(account, request);
        } catch (ChannelRefused refused) {
            if (!refused.code().equals(MISSING) && !refused.code().equals(CLOSED)) {
                throw refused;
            }
        }
    }

    @Override
    public RefundState refund(RefundRequest refund) {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(refund.orderNo());
        model.setOutRequestNo(refund.refundNo());
        model.setRefundAmount(refund.refund().yuan());
        model.setRefundReason(Subject.within(refund.reason(), SUBJECT_BYTES));
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        if ("Y".equals(call(refund.account(), request).getFundChange())) {
            return RefundState.SUCCESS;
        }
        // without a movement of funds the answer says nothing; it may be the second one to the same request
        var state = queryRefund(refund.account(), refund.orderNo(), refund.refundNo());
        return state == RefundState.MISSING ? RefundState.PROCESSING : state;
    }

    @Override
    public RefundState queryRefund(MerchantAccount account, String orderNo, String refundNo) {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(orderNo);
        model.setOutRequestNo(refundNo);
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        try {
            return "REFUND_SUCCESS".equals(call(account, request).getRefundStatus())
                    ? RefundState.SUCCESS
                    : RefundState.MISSING;
        } catch (ChannelRefused refused) {
            if (refused.code().equals(MISSING)) {
                return RefundState.MISSING;
            }
            throw refused;
        }
    }

    @Override
    public Bill bill(MerchantAccount account, LocalDate day) {
        return bills.fetch(account, call(account, AlipayBills.request(day)).getBillDownloadUrl());
    }

    private static PaidTransaction paid(MerchantAccount account, AlipayTradeQueryResponse trade) {
        if (trade.getSendPayDate() == null) {
            throw new ChannelUncertain("Alipay says order " + trade.getOutTradeNo() + " is paid, but not when");
        }
        return new PaidTransaction(
                trade.getOutTradeNo(),
                trade.getTradeNo(),
                Money.ofYuan(trade.getTotalAmount()),
                "CNY",
                account.merchantId(),
                account.appId(),
                trade.getSendPayDate().toInstant());
    }

    private <T extends AlipayResponse> T call(MerchantAccount account, AlipayRequest<T> request) {
        T response;
        try {
            response = clients.alipay(account).execute(request);
        } catch (AlipayApiException e) {
            throw new ChannelUncertain("Alipay gave no answer that can be believed", e);
        }
        if (response.isSuccess()) {
            return response;
        }
        var code = String.valueOf(response.getSubCode() == null ? response.getCode() : response.getSubCode());
        if (decided(response, code)) {
            throw new ChannelRefused(code, String.valueOf(response.getSubMsg()));
        }
        throw new ChannelUncertain("Alipay answered " + response.getCode() + " " + code);
    }

    /** The library checks the signature of a failure only if there is one. */
    private static boolean decided(AlipayResponse response, String code) {
        var busy = code.endsWith("SYSTEM_ERROR") || "20000".equals(response.getCode()) || code.startsWith("isp.unknow");
        return !busy && (code.startsWith("isv.") || signed(response));
    }

    private static boolean signed(AlipayResponse response) {
        try {
            return response.getBody() != null
                    && !JSON.readTree(response.getBody())
                            .path("sign")
                            .asString("")
                            .isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }
}
