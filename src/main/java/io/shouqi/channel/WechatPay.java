package io.shouqi.channel;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Status;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** WeChat Pay's native orders (a code the payer scans), through the official library. */
@Component
class WechatPay implements OnlineChannel {

    private static final Set<String> REFUSALS = Set.of(
            "ACCOUNT_ERROR",
            "APPID_MCHID_NOT_MATCH",
            "INVALID_REQUEST",
            "INVALID_TRANSACTIONID",
            "MCH_NOT_EXISTS",
            "NOT_ENOUGH",
            "NO_AUTH",
            "NO_STATEMENT_EXIST",
            "ORDERPAID",
            "ORDER_CLOSED",
            "ORDER_NOT_EXIST",
            "OUT_TRADE_NO_USED",
            "PARAM_ERROR",
            "RESOURCE_NOT_EXISTS",
            "RULE_LIMIT",
            "SIGN_ERROR",
            "STATEMENT_CREATING",
            "TRADE_ERROR",
            "USER_ACCOUNT_ABNORMAL");
    private static final int SUBJECT_BYTES = 127;

    private final ChannelClients clients;
    private final WechatBills bills;

    WechatPay(ChannelClients clients, WechatBills bills) {
        this.clients = clients;
        this.bills = bills;
    }

    @Override
    public PlacedOrder place(OrderRequest order) {
        var account = order.account();
        var amount = new Amount();
        amount.setTotal(wholeFen(order.amount()));
        amount.setCurrency("CNY");
        var request = new PrepayRequest();
        request.setAppid(account.appId());
        request.setMchid(account.merchantId());
        request.setDescription(Subject.within(order.subject(), SUBJECT_BYTES));
        request.setOutTradeNo(order.orderNo());
        request.setTimeExpire(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                order.expiresAt().truncatedTo(ChronoUnit.SECONDS).atZone(BusinessTime.ZONE)));
        request.setNotifyUrl(order.notifyUrl().toString());
        request.setAmount(amount);
        var codeUrl =
                call(() -> clients.wechat(account).orders().prepay(request)).getCodeUrl();
        if (codeUrl == null) {
            throw new ChannelUncertain("WeChat Pay accepted order " + order.orderNo() + " without a code");
        }
        return new PlacedOrder(codeUrl);
    }

    @Override
    public OrderState query(MerchantAccount account, String orderNo) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(orderNo);
        Transaction transaction;
        try {
            transaction = call(() -> clients.wechat(account).orders().queryOrderByOutTradeNo(request));
        } catch (ChannelRefused refused) {
            if (refused.code().equals("ORDER_NOT_EXIST")) {
                return new OrderState.Missing();
            }
            throw refused;
        }
        if (transaction.getTradeState() == null || !orderNo.equals(transaction.getOutTradeNo())) {
            throw new ChannelUncertain("WeChat Pay answered something else when asked for order " + orderNo);
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS -> new OrderState.Paid(paid(transaction));
            case REFUND -> new OrderState.Paid(paid(transaction), true);
            case CLOSED, REVOKED -> new OrderState.Closed();
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new OrderState.NotPaid();
        };
    }

    @Override
    public void close(MerchantAccount account, String orderNo) {
        var request = new CloseOrderRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(orderNo);
        try {
            call(() -> {
                clients.wechat(account).orders().closeOrder(request);
                return orderNo;
            });
        } catch (ChannelRefused refused) {
            // the refusal is unsigned; the answer to a query is not
            if (!refused.code().equals("ORDER_CLOSED") || !(query(account, orderNo) instanceof OrderState.Closed)) {
                throw refused;
            }
        }
    }

    @Override
    public RefundState refund(RefundRequest refund) {
        var amount = new AmountReq();
        amount.setTotal(refund.total().fen());
        amount.setRefund(refund.refund().fen());
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(refund.orderNo());
        request.setOutRefundNo(refund.refundNo());
        request.setReason(Subject.within(refund.reason(), 80));
        request.setNotifyUrl(refund.notifyUrl().toString());
        request.setAmount(amount);
        return state(call(() -> clients.wechat(refund.account()).refunds().create(request))
                .getStatus());
    }

    @Override
    public RefundState queryRefund(MerchantAccount account, String orderNo, String refundNo) {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refundNo);
        try {
            return state(call(() -> clients.wechat(account).refunds().queryByOutRefundNo(request))
                    .getStatus());
        } catch (ChannelRefused refused) {
            if (refused.code().equals("RESOURCE_NOT_EXISTS")) {
                return RefundState.MISSING;
            }
            throw refused;
        }
    }

    @Override
    public Bill bill(MerchantAccount account, LocalDate day) {
        return call(() -> bills.fetch(clients.wechat(account), day));
    }

    static PaidTransaction paid(Transaction transaction) {
        return new PaidTransaction(
                transaction.getOutTradeNo(),
                transaction.getTransactionId(),
                Money.ofFen(transaction.getAmount().getTotal()),
                transaction.getAmount().getCurrency(),
                transaction.getMchid(),
                transaction.getAppid(),
                OffsetDateTime.parse(transaction.getSuccessTime()).toInstant());
    }

    static RefundState state(@Nullable Status status) {
        if (status == null) {
            throw new ChannelUncertain("WeChat Pay answered about a refund without its status");
        }
        return switch (status) {
            case SUCCESS -> RefundState.SUCCESS;
            case CLOSED -> RefundState.CLOSED;
            case PROCESSING -> RefundState.PROCESSING;
            case ABNORMAL -> RefundState.ABNORMAL;
        };
    }

    private static int wholeFen(Money amount) {
        if (amount.fen() > Integer.MAX_VALUE) {
            throw new ChannelRefused("PARAM_ERROR", "WeChat Pay takes no order of " + amount + " yuan");
        }
        return (int) amount.fen();
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (ChannelUncertain | ChannelRefused known) {
            throw known;
        } catch (ServiceException no) {
            if (no.getHttpStatusCode() < 500 && REFUSALS.contains(String.valueOf(no.getErrorCode()))) {
                throw new ChannelRefused(no.getErrorCode(), String.valueOf(no.getErrorMessage()));
            }
            throw new ChannelUncertain("WeChat Pay answered " + no.getHttpStatusCode() + " " + no.getErrorCode(), no);
        } catch (RuntimeException e) {
            // a cut line, a wrong signature, an old timestamp, a garbled body: the library has a type for each, and
            // none of them says what happened at the channel
            throw new ChannelUncertain("WeChat Pay gave no answer that can be believed", e);
        }
    }
}
