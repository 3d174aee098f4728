package io.shouqi.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the workbooks in {@code rules/}: the tables a company starts with. Run it after changing a header. */
public final class ShippedTables {

    private ShippedTables() {}

    public static void main(String[] args) throws IOException {
        var rules = Path.of(args.length == 0 ? "rules" : args[0]);
        for (var file : all().entrySet()) {
            Files.write(rules.resolve(file.getKey()), file.getValue());
        }
    }

    static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("fees-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.FEES, fees(beijingUntil2023())));
        files.put("fees-2023-09-01.xlsx", WorkbookWriter.forPeople(Tables.FEES, fees(beijingSince2023())));
        files.put("approval-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.APPROVAL, approval()));
        files.put("channel-fees-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.CHANNEL_FEES, channelFees()));
        files.put("commission-split-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.COMMISSION_SPLIT, split()));
        files.put("tax-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.TAX, tax()));
        files.put("instalments-2011-01-01.xlsx", WorkbookWriter.forPeople(Tables.INSTALMENTS, instalments()));
        return files;
    }

    /** Cells in the order of the columns; "" leaves one empty. */
    static Map<String, String> row(TableDefinition table, String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(table.columns().get(i).name(), cells[i]);
            }
        }
        return row;
    }

    private static Map<String, String> fee(String... cells) {
        return row(Tables.FEES, cells);
    }

    private static List<Map<String, String>> beijingUntil2023() {
        return List.of(
                fee("COMMISSION", "居间佣金", "基本", "二手房买卖", "北京", "", "买方", "", "", "", "全额", "2.2%", "", "", "", "一般计税"),
                fee("SERVICE", "交易服务费", "基本", "二手房买卖", "北京", "", "买方", "", "", "", "全额", "0.5%", "", "", "", "一般计税"));
    }

    private static List<Map<String, String>> beijingSince2023() {
        return List.of(
                fee("COMMISSION", "居间佣金", "基本", "二手房买卖", "北京", "", "买方", "", "", "", "全额", "1%", "", "", "", "一般计税"),
                fee("COMMISSION", "居间佣金", "基本", "二手房买卖", "北京", "", "卖方", "", "", "", "全额", "1%", "", "", "", "一般计税"));
    }

    private static List<Map<String, String>> fees(List<Map<String, String>> beijing) {
        var rows = new ArrayList<>(beijing);
        rows.add(fee(
                "COMMISSION",
                "居间佣金",
                "基本",
                "二手房买卖",
                "上海",
                "",
                "买方",
                "",
                "1000000",
                "本档",
                "全额",
                "1.5%",
                "",
                "",
                "",
                "一般计税"));
        rows.add(fee(
                "COMMISSION",
                "居间佣金",
                "基本",
                "二手房买卖",
                "上海",
                "",
                "买方",
                "1000000",
                "",
                "本档",
                "全额",
                "1%",
                "",
                "",
                "",
                "一般计税"));
        rows.add(fee("COMMISSION", "居间佣金", "基本", "二手房买卖", "上海", "", "卖方", "", "", "", "全额", "1%", "", "", "", "一般计税"));
        rows.add(fee("COMMISSION", "居间佣金", "基本", "二手房买卖", "", "", "买方", "", "", "", "全额", "2%", "", "", "", "一般计税"));
        rows.add(fee("COMMISSION", "分销佣金", "基本", "新房分销", "", "", "开发商", "", "", "", "全额", "2%", "", "", "", "一般计税"));
        rows.add(fee("COMMISSION", "租赁佣金", "基本", "租赁", "", "", "租客", "", "", "", "月租倍数", "0.5", "", "", "", "一般计税"));
        rows.add(fee("COMMISSION", "租赁佣金", "基本", "租赁", "", "", "房东", "", "", "", "月租倍数", "0.5", "", "", "", "一般计税"));
        rows.add(fee(
                "TRANSFER_SERVICE", "过户代办", "延伸", "二手房买卖", "", "", "买方", "", "", "", "固定", "", "1000", "", "", "一般计税"));
        rows.add(fee(
                "MORTGAGE_SERVICE",
                "按揭服务",
                "延伸",
                "二手房买卖",
                "",
                "",
                "买方",
                "",
                "",
                "",
                "全额",
                "0.1%",
                "",
                "1500",
                "5000",
                "一般计税"));
        appraisal().forEach(rows::add);
        return rows;
    }

    private static List<Map<String, String>> appraisal() {
        String[][] bands = {
            {"", "1000000", "5‰"},
            {"1000000", "10000000", "2.5‰"},
            {"10000000", "20000000", "1.5‰"},
            {"20000000", "50000000", "0.8‰"},
            {"50000000", "80000000", "0.4‰"},
            {"80000000", "100000000", "0.2‰"},
            {"100000000", "", "0.1‰"}
        };
        var rows = new ArrayList<Map<String, String>>();
        for (var band : bands) {
            rows.add(fee(
                    "APPRAISAL",
                    "评估费",
                    "延伸",
                    "二手房买卖",
                    "",
                    "",
                    "买方",
                    band[0],
                    band[1],
                    "本档",
                    "分段",
                    band[2],
                    "",
                    "",
                    "",
                    "代收"));
        }
        return rows;
    }

    private static List<Map<String, String>> approval() {
        return List.of(
                row(Tables.APPROVAL, "打折", "", "", "5", "", "", "店长"),
                row(Tables.APPROVAL, "打折", "", "5", "10", "", "", "店长", "区域经理"),
                row(Tables.APPROVAL, "打折", "", "10", "", "", "", "店长", "区域经理", "总监"),
                row(Tables.APPROVAL, "减免", "", "", "", "", "", "店长", "财务"),
                row(Tables.APPROVAL, "延期", "", "", "", "", "", "店长"),
                row(Tables.APPROVAL, "退款", "", "", "", "", "", "店长", "财务"),
                row(Tables.APPROVAL, "坏账核销", "", "", "", "", "", "店长", "财务"),
                row(Tables.APPROVAL, "补录改单", "", "", "", "", "", "店长"));
    }

    private static List<Map<String, String>> channelFees() {
        return List.of(
                row(Tables.CHANNEL_FEES, "现金", "0"),
                row(Tables.CHANNEL_FEES, "转账", "0"),
                row(Tables.CHANNEL_FEES, "借记卡", "0.5%", "", "20"),
                row(Tables.CHANNEL_FEES, "信用卡", "0.6%"),
                row(Tables.CHANNEL_FEES, "微信支付", "0.6%"),
                row(Tables.CHANNEL_FEES, "支付宝", "0.6%"));
    }

    private static List<Map<String, String>> split() {
        return List.of(
                row(Tables.COMMISSION_SPLIT, "", "", "房源方", "20"),
                row(Tables.COMMISSION_SPLIT, "", "", "客源方", "30"),
                row(Tables.COMMISSION_SPLIT, "", "", "成交方", "50"),
                row(Tables.COMMISSION_SPLIT, "新房分销", "", "成交方", "35"),
                row(Tables.COMMISSION_SPLIT, "新房分销", "", "店长", "15"),
                row(Tables.COMMISSION_SPLIT, "新房分销", "", "公司", "50"));
    }

    private static List<Map<String, String>> tax() {
        return List.of(
                row(Tables.TAX, "一般计税", "6%"),
                row(Tables.TAX, "小规模", "1%", "", "2027-12-31"),
                row(Tables.TAX, "小规模", "3%", "2028-01-01"));
    }

    private static List<Map<String, String>> instalments() {
        return List.of(
                row(Tables.INSTALMENTS, "ALL_AT_SIGNING", "签约一次付清", "签约", "100"),
                row(Tables.INSTALMENTS, "HALF_SIGNING_HALF_TRANSFER", "签约过户各一半", "签约", "50"),
                row(Tables.INSTALMENTS, "HALF_SIGNING_HALF_TRANSFER", "签约过户各一半", "过户", "50"),
                row(Tables.INSTALMENTS, "ALL_AT_TRANSFER", "过户一次付清", "过户", "100"),
                row(Tables.INSTALMENTS, "ALL_AT_REGISTRATION", "网签一次付清", "网签", "100"),
                row(Tables.INSTALMENTS, "ALL_AT_HANDOVER", "交房一次付清", "交房", "100"));
    }
}
