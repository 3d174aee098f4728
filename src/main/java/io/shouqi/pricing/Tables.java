package io.shouqi.pricing;

import static io.shouqi.pricing.CellType.AMOUNT;
import static io.shouqi.pricing.CellType.CODE;
import static io.shouqi.pricing.CellType.DATE;
import static io.shouqi.pricing.CellType.PERCENT;
import static io.shouqi.pricing.CellType.RATE;
import static io.shouqi.pricing.CellType.TEXT;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decision tables of the product. */
final class Tables {

    static final String THIS_BAND = "THIS";
    static final String NEXT_BAND = "NEXT";
    static final String ENTRUSTED = "ENTRUSTED";
    static final String NO_TAX = "NONE";

    private static final Map<String, String> DEAL_TYPES = labels("二手房买卖", "RESALE", "新房分销", "NEW_HOME", "租赁", "RENTAL");
    private static final Map<String, String> PAYERS =
            labels("买方", "BUYER", "卖方", "SELLER", "租客", "TENANT", "房东", "LANDLORD", "开发商", "DEVELOPER");
    private static final Map<String, String> APPROVERS =
            labels("店长", "STORE_MANAGER", "区域经理", "AREA_MANAGER", "总监", "DIRECTOR", "财务", "FINANCE");
    private static final Map<String, String> MILESTONES =
            labels("签约", "SIGNING", "网签", "REGISTRATION", "贷款批准", "LOAN_APPROVED", "过户", "TRANSFER", "交房", "HANDOVER");
    private static final Map<String, String> TAXES =
            labels("一般计税", "VAT_GENERAL", "小规模", "VAT_SMALL", "代收", ENTRUSTED, "不征税", NO_TAX);

    static final TableDefinition FEES = new TableDefinition(
            "fees",
            "收费标准",
            List.of(
                    Column.of("code", "收费代码", CODE).needed(),
                    Column.of("name", "收费项目", TEXT).needed(),
                    Column.choice("group", "服务类别", labels("基本", "BASIC", "延伸", "EXTENDED"))
                            .needed(),
                    Column.choice("type", "交易类型", DEAL_TYPES).needed().equalTo("type"),
                    Column.of("city", "城市", TEXT).equalTo("city"),
                    Column.of("store", "门店", TEXT).equalTo("store"),
                    Column.choice("payer", "付款人", PAYERS).needed(),
                    Column.of("from", "价格超过（元）", AMOUNT).constrained("amount > $param", Tables::lowest),
                    Column.of("to", "价格不超过（元）", AMOUNT).constrained("amount <= $param", Tables::highest),
                    Column.choice("boundary", "上限归属", labels("本档", THIS_BAND, "下一档", NEXT_BAND)),
                    Column.choice(
                                    "mode",
                                    "计算方式",
                                    labels("全额", "WHOLE", "分段", "PROGRESSIVE", "固定", "FIXED", "月租倍数", "MONTHS"))
                            .needed(),
                    Column.of("rate", "费率或倍数", RATE),
                    Column.of("fixed", "固定金额（元）", AMOUNT),
                    Column.of("minimum", "最低（元）", AMOUNT),
                    Column.of("maximum", "最高（元）", AMOUNT),
                    Column.choice("tax", "计税方式", TAXES).needed(),
                    validFrom(),
                    validTo()),
            "code",
            new FeeRowCheck());

    static final TableDefinition APPROVAL = new TableDefinition(
            "approval",
            "审批权限",
            List.of(
                    Column.choice(
                                    "kind",
                                    "事项",
                                    labels(
                                            "打折",
                                            "DISCOUNT",
                                            "减免",
                                            "WAIVER",
                                            "延期",
                                            "DEFERRAL",
                                            "退款",
                                            "REFUND",
                                            "坏账核销",
                                            "WRITE_OFF",
                                            "补录改单",
                                            "BACK_DATED"))
                            .needed()
                            .equalTo("subject"),
                    Column.choice("type", "交易类型", DEAL_TYPES).equalTo("type"),
                    Column.of("percentFrom", "比例超过（%）", PERCENT)
                            .constrained("percent > $param", row -> scaled(row.number("percentFrom"))),
                    Column.of("percentTo", "比例不超过（%）", PERCENT)
                            .constrained("percent <= $param", row -> scaled(row.number("percentTo"))),
                    Column.of("amountFrom", "金额超过（元）", AMOUNT)
                            .constrained("amount > $param", row -> fen(row.money("amountFrom"))),
                    Column.of("amountTo", "金额不超过（元）", AMOUNT)
                            .constrained("amount <= $param", row -> fen(row.money("amountTo"))),
                    Column.choice("first", "第一级审批", APPROVERS).needed(),
                    Column.choice("second", "第二级审批", APPROVERS),
                    Column.choice("third", "第三级审批", APPROVERS)),
            "first",
            (table, rows) -> List.of());

    static final TableDefinition CHANNEL_FEES = new TableDefinition(
            "channel-fees",
            "渠道手续费",
            List.of(
                    Column.choice(
                                    "channel",
                                    "收款方式",
                                    labels(
                                            "现金",
                                            "CASH",
                                            "转账",
                                            "TRANSFER",
                                            "借记卡",
                                            "CARD_DEBIT",
                                            "信用卡",
                                            "CARD_CREDIT",
                                            "微信支付",
                                            "WECHAT",
                                            "支付宝",
                                            "ALIPAY"))
                            .needed()
                            .equalTo("subject"),
                    Column.of("rate", "费率", RATE).needed(),
                    Column.of("minimum", "最低（元）", AMOUNT),
                    Column.of("maximum", "最高（元）", AMOUNT),
                    validFrom(),
                    validTo()),
            "rate",
            (table, rows) -> List.of());

    static final TableDefinition COMMISSION_SPLIT = new TableDefinition(
            "commission-split",
            "分佣",
            List.of(
                    Column.choice("type", "交易类型", DEAL_TYPES).equalTo("type"),
                    Column.of("store", "门店", TEXT).equalTo("store"),
                    Column.choice(
                                    "role",
                                    "角色",
                                    labels(
                                            "房源方",
                                            "LISTING",
                                            "客源方",
                                            "BUYER_SIDE",
                                            "成交方",
                                            "CLOSING",
                                            "店长",
                                            "MANAGER",
                                            "公司",
                                            "COMPANY"))
                            .needed(),
                    Column.of("percent", "比例（%）", PERCENT).needed()),
            "role",
            new SplitRowCheck());

    static final TableDefinition TAX = new TableDefinition(
            "tax",
            "税率",
            List.of(
                    Column.choice("treatment", "计税方式", TAXES).needed().equalTo("subject"),
                    Column.of("rate", "税率", RATE).needed(),
                    validFrom(),
                    validTo()),
            "rate",
            (table, rows) -> List.of());

    static final TableDefinition INSTALMENTS = new TableDefinition(
            "instalments",
            "分期模板",
            List.of(
                    Column.of("template", "模板代码", CODE).needed().equalTo("subject"),
                    Column.of("name", "模板名称", TEXT).needed(),
                    Column.choice("milestone", "到期节点", MILESTONES).needed(),
                    Column.of("percent", "比例（%）", PERCENT).needed()),
            "milestone",
            new TemplateRowCheck());

    static final List<TableDefinition> ALL = List.of(FEES, APPROVAL, CHANNEL_FEES, COMMISSION_SPLIT, TAX, INSTALMENTS);

    private Tables() {}

    static TableDefinition of(String code) {
        return ALL.stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> io.shouqi.shared.Refusal.unknown("pricing.table.unknown", code));
    }

    /**
     * Bounds are whole fen, so an inclusive bound is the exclusive one a fen below. A boundary that belongs to the next
     * band moves both ends of a band down by that fen.
     */
    private static @Nullable String lowest(Row row) {
        var from = row.money("from");
        return from == null ? null : (from.fen() - shift(row)) + "L";
    }

    /** Every band below the price contributes to a progressive fee, so its upper end does not constrain. */
    private static @Nullable String highest(Row row) {
        var to = row.money("to");
        return to == null || "PROGRESSIVE".equals(row.text("mode")) ? null : (to.fen() - shift(row)) + "L";
    }

    static long shift(Row row) {
        return NEXT_BAND.equals(row.text("boundary")) ? 1 : 0;
    }

    private static Column validFrom() {
        return Column.of("validFrom", "生效日期", DATE).constrained("day >= $param", day("validFrom"));
    }

    private static Column validTo() {
        return Column.of("validTo", "失效日期", DATE).constrained("day <= $param", day("validTo"));
    }

    private static Function<Row, @Nullable String> day(String column) {
        return row -> {
            var date = row.date(column);
            return date == null ? null : String.valueOf(Cells.day(date));
        };
    }

    private static @Nullable String fen(@Nullable Money money) {
        return money == null ? null : money.fen() + "L";
    }

    private static @Nullable String scaled(@Nullable BigDecimal percent) {
        return percent == null ? null : Cells.scaled(percent) + "L";
    }

    private static Map<String, String> labels(String... pairs) {
        var labels = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    /** Label of a code, for explanations. */
    static String label(Column column, String code) {
        return new ArrayList<>(column.choices().entrySet())
                .stream()
                        .filter(e -> e.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(code);
    }
}
