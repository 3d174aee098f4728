package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.util.List;
import java.util.stream.Collectors;

/** WeChat's trade statement: every field behind a backtick, the summary in the last two lines. */
final class WechatBill {

    private static final String HEADER = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
            + "货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,"
            + "订单金额,申请退款金额,费率备注";
    private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    private WechatBill() {}

    static String of(SandboxMerchant merchant, List<BillEntry> entries) {
        return entries.stream()
                .map(entry -> line(fields(merchant, entry)))
                .collect(Collectors.joining("", "\uFEFF" + HEADER + "\r\n", SUMMARY + "\r\n" + summary(entries)));
    }

    private static List<String> fields(SandboxMerchant merchant, BillEntry entry) {
        var order = entry.order();
        var refund = entry.refund();
        var paid = refund == null ? entry.amount() : Money.ZERO;
        var back = refund == null ? Money.ZERO : entry.amount();
        return List.of(
                Times.plain(entry.at()),
                merchant.appId(),
                merchant.merchantId(),
                "0",
                "",
                order.paid().transactionId(),
                order.orderNo(),
                "oSandboxPayer",
                "NATIVE",
                refund == null ? "SUCCESS" : "REFUND",
                "OTHERS",
                "CNY",
                paid.yuan(),
                "0.00",
                refund == null ? "0" : refund.refundId(),
                refund == null ? "0" : refund.refundNo(),
                back.yuan(),
                "0.00",
                refund == null ? "" : "ORIGINAL",
                refund == null ? "" : "SUCCESS",
                order.subject(),
                "",
                fee(entry.fee()),
                "0.60%",
                paid.yuan(),
                back.yuan(),
                "");
    }

    private static String summary(List<BillEntry> entries) {
        var paid = sum(entries.stream().filter(e -> e.refund() == null).toList());
        var back = sum(entries.stream().filter(e -> e.refund() != null).toList());
        var fees = Money.sum(entries.stream().map(BillEntry::fee).toList());
        return line(List.of(
                String.valueOf(entries.size()), paid.yuan(), back.yuan(), "0.00", fee(fees), paid.yuan(), back.yuan()));
    }

    private static Money sum(List<BillEntry> entries) {
        return Money.sum(entries.stream().map(BillEntry::amount).toList());
    }

    private static String line(List<String> fields) {
        return fields.stream().collect(Collectors.joining(",`", "`", "\r\n"));
    }

    private static String fee(Money fee) {
        return fee.yuan() + "000";
    }
}
