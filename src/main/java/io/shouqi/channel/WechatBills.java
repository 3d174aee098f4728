package io.shouqi.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * WeChat's trade statement: UTF-8, every field behind a backtick and none quoted, so lines are split where a comma
 * meets a backtick; the last two lines are the summary.
 */
@Component
class WechatBills {

    private static final Set<String> HOSTS =
            Set.of("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com", "api.wechatpay.cn", "api2.wechatpay.cn");

    Bill fetch(WechatClient client, LocalDate day) {
        var request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        var announced = client.bills().getTradeBill(request);
        var file = download(client, announced.getDownloadUrl());
        if (!BillFiles.digest("SHA-1", file).equalsIgnoreCase(announced.getHashValue())) {
            throw new ChannelUncertain("WeChat Pay's statement of " + day + " is not the one it announced");
        }
        return parse(file);
    }

    private static byte[] download(WechatClient client, String url) {
        var address = URI.create(url);
        if (!"https".equals(address.getScheme()) || !HOSTS.contains(String.valueOf(address.getHost()))) {
            throw new ChannelUncertain("WeChat Pay's statement lies at an address not its own: " + address.getHost());
        }
        try (var in = client.http().download(url)) {
            return BillFiles.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bill parse(byte[] file) {
        var lines = new String(file, UTF_8).replace("\uFEFF", "").lines().toList();
        if (lines.size() < 3) {
            throw new ChannelUncertain("WeChat Pay's statement ends early");
        }
        var header = names(lines.get(0));
        var rows = new ArrayList<BillRow>();
        var next = 1;
        while (next < lines.size() && lines.get(next).startsWith("`")) {
            rows.add(row(BillLine.of(header, values(lines.get(next++)))));
        }
        if (next + 1 >= lines.size()) {
            throw new ChannelUncertain("WeChat Pay's statement has no summary");
        }
        var summary = BillLine.of(names(lines.get(next)), values(lines.get(next + 1)));
        return new Bill(rows, summary(summary), BillFiles.digest("SHA-256", file), file);
    }

    private static BillRow row(BillLine line) {
        var refund = line.get("交易状态").equals("REFUND");
        return new BillRow(
                refund ? BillRow.Kind.REFUND : BillRow.Kind.PAYMENT,
                line.get("商户订单号"),
                line.get("微信订单号"),
                refund ? line.get("商户退款单号") : null,
                BillFiles.money(line.get(refund ? "申请退款金额" : "订单金额")),
                BillFiles.money(line.get("手续费")),
                BillFiles.time(line.get("交易时间")),
                line.get("商品名称"));
    }

    private static BillSummary summary(BillLine line) {
        return new BillSummary(
                BillFiles.count(line.get("总交易单数")),
                BillFiles.money(line.get("订单总金额")).minus(BillFiles.money(line.get("申请退款总金额"))),
                BillFiles.money(line.get("手续费总金额")));
    }

    private static List<String> names(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static List<String> values(String line) {
        return Arrays.asList(line.substring(1).split(",`", -1));
    }
}
