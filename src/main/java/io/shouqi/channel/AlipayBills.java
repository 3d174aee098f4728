package io.shouqi.channel;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Alipay's trade statement: a zip in GBK with the rows in one CSV and their summary in another; {@code #} begins
 * comments, fields end in tabs, refunds are negative.
 */
@Component
class AlipayBills {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String HOST = "dwbillcenter.alipay.com";
    private static final String SUBJECT = "商品名称";
    private static final String AMOUNT = "订单金额（元）";
    private static final String FEE = "服务费（元）";

    private final ChannelClients clients;

    AlipayBills(ChannelClients clients) {
        this.clients = clients;
    }

    static AlipayDataDataserviceBillDownloadurlQueryRequest request(LocalDate day) {
        var model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType("trade");
        model.setBillDate(day.toString());
        var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizModel(model);
        return request;
    }

    Bill fetch(MerchantAccount account, @Nullable String url) {
        var address = url == null ? null : HttpUrl.parse(url);
        if (address == null || !trusted(address, account.gateway())) {
            throw new ChannelUncertain(
                    "Alipay's statement lies at an address not its own: " + (address == null ? null : address.host()));
        }
        try (var response = clients.connections()
                .newCall(new Request.Builder().url(address).build())
                .execute()) {
            if (response.code() != 200 || response.body() == null) {
                throw new ChannelUncertain("Alipay's statement could not be fetched: " + response.code());
            }
            return parse(BillFiles.read(response.body().byteStream()));
        } catch (IOException e) {
            throw new ChannelUncertain("Alipay's statement could not be fetched", e);
        }
    }

    private static boolean trusted(HttpUrl address, @Nullable URI gateway) {
        if (gateway == null) {
            return address.host().equals(HOST) && address.port() == HttpUrl.defaultPort(address.scheme());
        }
        var own = HttpUrl.get(gateway);
        return own != null && address.host().equals(own.host()) && address.port() == own.port();
    }

    static Bill parse(byte[] zip) throws IOException {
        List<BillRow> rows = null;
        BillSummary summary = null;
        var left = (long) BillFiles.MOST_BYTES;
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip), GBK)) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                var content = files.readNBytes((int) left);
                left -= content.length;
                if (left <= 0) {
                    throw new ChannelUncertain("Alipay's statement unpacks to too much");
                }
                var lines =
                        lines(GBK.newDecoder().decode(ByteBuffer.wrap(content)).toString());
                if (entry.getName().contains("汇总")) {
                    summary = summary(lines);
                } else {
                    rows = lines.stream().map(AlipayBills::row).toList();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ChannelUncertain("Alipay's statement is no zip in GBK", e);
        }
        if (rows == null || summary == null) {
            throw new ChannelUncertain("Alipay's statement lacks its rows or its summary");
        }
        return new Bill(rows, summary, BillFiles.digest("SHA-256", zip), zip);
    }

    private static List<BillLine> lines(String csv) {
        var lines = csv.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        if (lines.isEmpty()) {
            throw new ChannelUncertain("Alipay's statement has no header");
        }
        var header = CsvLine.fields(lines.get(0));
        var parsed = new ArrayList<BillLine>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = CsvLine.fields(line);
            parsed.add(BillLine.of(header, CsvLine.joined(fields, header.indexOf(SUBJECT), header.size())));
        }
        return parsed;
    }

    private static BillRow row(BillLine line) {
        var amount = BillFiles.money(line.get(AMOUNT));
        var refund = line.get("业务类型").equals("退款");
        return new BillRow(
                refund ? BillRow.Kind.REFUND : BillRow.Kind.PAYMENT,
                line.get("商户订单号"),
                line.get("支付宝交易号"),
                refund ? line.get("退款批次号/请求号") : null,
                refund ? amount.negated() : amount,
                BillFiles.money(line.get(FEE)).negated(),
                BillFiles.time(line.get("完成时间")),
                line.get(SUBJECT));
    }

    private static BillSummary summary(List<BillLine> lines) {
        var total = lines.stream()
                .filter(l -> l.get("门店编号").equals("合计"))
                .findFirst()
                .orElseThrow(() -> new ChannelUncertain("Alipay's summary has no total"));
        return new BillSummary(
                BillFiles.count(total.get("交易订单总笔数")) + BillFiles.count(total.get("退款订单总笔数")),
                BillFiles.money(total.get(AMOUNT)),
                BillFiles.money(total.get(FEE)).negated());
    }
}
