package io.shouqi.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.shared.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingStatementsTest {

    private static final String WECHAT = """
            \uFEFF交易时间,微信订单号,商户订单号,交易状态,商户退款单号,商品名称,手续费,订单金额,申请退款金额
            `2026-11-22 10:11:12,`4200,`P1,`SUCCESS,`0,`定金,含"引号",`0.60000,`100.00,`0.00
            `2026-11-22 23:59:59,`4200,`P1,`REFUND,`F1,`定金,`-0.18000,`0.00,`30.00
            总交易单数,手续费总金额,订单总金额,申请退款总金额
            `2,`0.42000,`100.00,`30.00
            """;

    private static final String ALIPAY = """
            #支付宝业务明细查询
            #账号：[20880000000000010156]
            支付宝交易号,商户订单号,业务类型,商品名称,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）
            2026112222001\t,P1\t,交易\t,佣金, 3号楼,2026-11-22 10:00:05,100.00,\t,-0.60
            2026112222001\t,P1\t,退款\t,"佣金, ""3号楼""\",2026-11-22 11:00:05,-30.00,F1\t,0.18
            #导出时间：[2026年11月23日 09:00:00]
            """;

    private static final String ALIPAY_SUMMARY = """
            #支付宝业务汇总查询
            门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,服务费（元）
            合计\t,\t,1,1,70.00,-0.42
            """;

    @Test
    void wechats_product_names_may_contain_commas_and_quotes() {
        var bill = WechatBills.parse(WECHAT.getBytes(UTF_8));
        assertThat(bill.rows()).extracting(BillRow::subject).containsExactly("定金,含\"引号\"", "定金");
        assertThat(bill.rows().get(1).refundNo()).isEqualTo("F1");
        assertThat(bill.rows().get(1).amount()).isEqualTo(Money.ofYuan("30.00"));
        assertThat(bill.summary()).isEqualTo(new BillSummary(2, Money.ofYuan("70.00"), Money.ofYuan("0.42")));
        assertThat(bill.sumsUp()).isTrue();
    }

    @Test
    void a_statement_that_lost_a_line_does_not_sum_up() {
        var shorter = WECHAT.lines().filter(l -> !l.contains("REFUND")).toList();
        assertThat(WechatBills.parse(String.join("\r\n", shorter).getBytes(UTF_8))
                        .sumsUp())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "a,b\n`1", "a\n`1\n总交易单数", "{\"code\":\"x\"}\n\n\n"})
    void what_is_no_statement_of_wechat_is_not_believed(String text) {
        assertThatThrownBy(() -> WechatBills.parse(text.getBytes(UTF_8))).isInstanceOf(ChannelUncertain.class);
    }

    @Test
    void alipays_product_names_may_contain_commas_whether_quoted_or_not() throws IOException {
        var bill = AlipayBills.parse(zip(List.of(ALIPAY, ALIPAY_SUMMARY)));
        assertThat(bill.rows()).extracting(BillRow::subject).containsExactly("佣金, 3号楼", "佣金, \"3号楼\"");
        assertThat(bill.rows()).extracting(BillRow::orderNo).containsOnly("P1");
        assertThat(bill.rows().get(1).amount()).isEqualTo(Money.ofYuan("30.00"));
        assertThat(bill.rows().get(1).fee()).isEqualTo(Money.ofYuan("-0.18"));
        assertThat(bill.sumsUp()).isTrue();
    }

    @Test
    void what_is_no_statement_of_alipay_is_not_believed() throws IOException {
        var torn = zip(List.of(ALIPAY));
        assertThatThrownBy(() -> AlipayBills.parse(torn)).isInstanceOf(ChannelUncertain.class);
        assertThatThrownBy(() -> AlipayBills.parse("<html>".getBytes(UTF_8))).isInstanceOf(ChannelUncertain.class);
        var odd = zip(List.of(ALIPAY.replace("-30.00", "NaN"), ALIPAY_SUMMARY));
        assertThatThrownBy(() -> AlipayBills.parse(odd)).isInstanceOf(ChannelUncertain.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/downloadBillFile",
                "http://dwbillcenter.alipay.com.evil.example/x",
                "http://dwbillcenter.alipay.com@127.0.0.1/x",
                "http://dwbillcenter.alipay.com:8080/x",
                "file:///etc/passwd",
                "http://127.0.0.1:1/x"
            })
    void alipays_statement_is_fetched_from_alipay_alone(String url) {
        var keys = MerchantKeys.alipay("", List.of(new ChannelKey("k", "")));
        var account = new MerchantAccount(UUID.randomUUID(), "A", null, Channel.ALIPAY, "2088", "2021", keys, null);
        var bills = new AlipayBills(new ChannelClients());
        assertThatThrownBy(() -> bills.fetch(account, url))
                .isInstanceOf(ChannelUncertain.class)
                .hasMessageContaining("not its own");
        assertThatThrownBy(() -> bills.fetch(account.at(URI.create("http://127.0.0.1:8080/gateway.do")), url))
                .isInstanceOf(ChannelUncertain.class)
                .hasMessageContaining("not its own");
    }

    @Test
    void wechats_statement_is_fetched_from_wechat_alone() {
        assertThat(WechatBills.trusted("https://api.mch.weixin.qq.com/v3/billdownload/file?token=x"))
                .isTrue();
        assertThat(WechatBills.trusted("http://api.mch.weixin.qq.com/v3/billdownload/file"))
                .isFalse();
        assertThat(WechatBills.trusted("https://api.mch.weixin.qq.com:444/x")).isFalse();
        assertThat(WechatBills.trusted("https://api.mch.weixin.qq.com@evil.example/x"))
                .isFalse();
    }

    private static byte[] zip(List<String> files) throws IOException {
        var gbk = Charset.forName("GBK");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, gbk)) {
            for (var i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry("2088_20261122_业务明细" + (i == 0 ? "" : "(汇总)") + ".csv"));
                zip.write(files.get(i).getBytes(gbk));
            }
        }
        return bytes.toByteArray();
    }
}
