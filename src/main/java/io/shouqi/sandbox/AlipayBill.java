package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Alipay's trade statement: a zip in GBK with the rows in one CSV and their summary in another. */
final class AlipayBill {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String HEADER = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,"
            + "商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
            + "退款批次号/请求号,服务费（元）,分润（元）,备注";
    private static final String SUMMARY_HEADER =
            "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）";

    private AlipayBill() {}

    static byte[] of(SandboxMerchant merchant, LocalDate day, List<BillEntry> entries) {
        var name = merchant.merchantId() + "0156_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_业务明细";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, GBK)) {
            put(zip, name + ".csv", details(merchant, day, entries));
            put(zip, name + "(汇总).csv", summary(merchant, day, entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0); // the same day gives the same bytes
        zip.putNextEntry(entry);
        zip.write(text.getBytes(GBK));
        zip.closeEntry();
    }

    private static String details(SandboxMerchant merchant, LocalDate day, List<BillEntry> entries) {
        return entries.stream()
                .map(AlipayBill::row)
                .collect(Collectors.joining(
                        "",
                        head("支付宝业务明细查询", merchant, day) + HEADER + "\r\n",
                        "#-----------------------------------------业务明细列表结束------------------------------------\r\n"));
    }

    private static String row(BillEntry entry) {
        var order = entry.order();
        var refund = entry.refund();
        var signed = refund == null ? entry.amount() : entry.amount().negated();
        return line(List.of(
                order.paid().transactionId() + "\t",
                order.orderNo() + "\t",
                (refund == null ? "交易" : "退款") + "\t",
                order.subject(),
                Times.plain(order.createdAt()),
                Times.plain(entry.at()),
                "\t",
                "\t",
                "\t",
                "\t",
                "*买家(san***@sandbox)\t",
                signed.yuan(),
                signed.yuan(),
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "",
                "0.00\t",
                "0.00",
                refund == null ? "\t" : refund.refundNo() + "\t",
                entry.fee().negated().yuan(),
                "0.00",
                "\t"));
    }

    private static String summary(SandboxMerchant merchant, LocalDate day, List<BillEntry> entries) {
        var refunds = entries.stream().filter(e -> e.refund() != null).count();
        var net = Money.sum(entries.stream()
                .map(e -> e.refund() == null ? e.amount() : e.amount().negated())
                .toList());
        var fees = Money.sum(entries.stream().map(BillEntry::fee).toList()).negated();
        return head("支付宝业务汇总查询", merchant, day) + SUMMARY_HEADER + "\r\n"
                + line(List.of(
                        "合计\t",
                        "\t",
                        String.valueOf(entries.size() - refunds),
                        String.valueOf(refunds),
                        net.yuan(),
                        net.yuan(),
                        "0.00",
                        "0.00",
                        "0.00",
                        fees.yuan(),
                        "0.00",
                        net.plus(fees).yuan()));
    }

    private static String head(String title, SandboxMerchant merchant, LocalDate day) {
        return "#" + title + "\r\n#账号：[" + merchant.merchantId() + "0156]\r\n#起始日期：[" + day + " 00:00:00]   终止日期：["
                + day.plusDays(1) + " 00:00:00]\r\n";
    }

    private static String line(List<String> fields) {
        return String.join(",", fields) + "\r\n";
    }
}
