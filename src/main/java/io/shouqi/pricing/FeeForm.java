package io.shouqi.pricing;

import static io.shouqi.pricing.CaseColumns.DAYS;
import static io.shouqi.pricing.CaseColumns.DEAL;
import static io.shouqi.pricing.CaseColumns.MAXIMUM;
import static io.shouqi.pricing.CaseColumns.MINIMUM;
import static io.shouqi.pricing.CaseColumns.STORE;
import static io.shouqi.pricing.CaseColumns.VALID_FROM;
import static io.shouqi.pricing.CaseColumns.VALID_TO;

import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.SheetRow;
import io.shouqi.pricing.sheet.Span;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import java.util.List;

/** The table of fees 收费标准. */
final class FeeForm {

    /** Which tier an amount belongs to that is exactly a tier's upper bound. */
    enum BoundarySide {
        THIS_TIER,
        NEXT_TIER
    }

    static final Column<String> CODE =
            Column.term("code", "费用代码", CellKind.CODE).needed();
    static final Column<String> NAME =
            Column.term("name", "费用名称", CellKind.TEXT).needed();
    static final Column<FeeGroup> GROUP = Column.term(
                    "group", "类别", CellKind.choice(FeeGroup.class, group -> switch (group) {
                        case BASIC -> "基本";
                        case EXTENDED -> "延伸";
                    }))
            .needed();
    static final Column<String> CITY = Column.condition("city", "城市", CellKind.TEXT, "city == \"$param\"");
    static final Column<PartyRole> PAYER = Column.term(
                    "payer", "付款方", CellKind.choice(PartyRole.class, payer -> switch (payer) {
                        case BUYER -> "买方";
                        case SELLER -> "卖方";
                        case TENANT -> "租客";
                        case LANDLORD -> "房东";
                        case DEVELOPER -> "开发商";
                    }))
            .needed();
    /** A case without an amount asks which rows there are at all. */
    static final Column<Money> FROM =
            Column.condition("from", "金额高于(元)", CellKind.MONEY, "amount == null || amount >= $paramL");

    static final Column<Money> TO =
            Column.condition("to", "金额至(元)", CellKind.MONEY, "amount == null || amount <= $paramL");
    static final Column<BoundarySide> BOUNDARY =
            Column.term("boundary", "上限归属", CellKind.choice(BoundarySide.class, side -> switch (side) {
                case THIS_TIER -> "本档";
                case NEXT_TIER -> "下一档";
            }));
    static final Column<FeeMode> MODE = Column.term(
                    "mode", "计费方式", CellKind.choice(FeeMode.class, mode -> switch (mode) {
                        case WHOLE -> "全额";
                        case PROGRESSIVE -> "分段累进";
                        case FIXED -> "固定";
                        case MONTHS -> "月租倍数";
                    }))
            .needed();
    static final Column<FeeRate> RATE = Column.term("rate", "费率", FeeRate.KIND);
    static final Column<Money> FIXED = Column.term("fixed", "固定金额(元)", CellKind.MONEY);
    static final Column<TaxTreatment> TAX =
            Column.term("tax", "计税", TaxTreatment.KIND).needed();

    static final TableForm FORM = new TableForm(
            "fees",
            "收费标准",
            "一行一条标准。空着表示不限；同一费用、付款方、交易类型，门店行优先于城市行，城市行优先于全国行。" + "费率写 2.2% 或 5‰；月租倍数写月数，如 0.5。金额单位为元，租赁按月租。",
            List.of(
                    CODE,
                    NAME,
                    GROUP,
                    DEAL.needed(),
                    CITY,
                    STORE,
                    PAYER,
                    FROM,
                    TO,
                    BOUNDARY,
                    MODE,
                    RATE,
                    FIXED,
                    MINIMUM,
                    MAXIMUM,
                    TAX,
                    VALID_FROM,
                    VALID_TO),
            List.of(CODE, PAYER, DEAL),
            List.of(STORE, CITY),
            List.of(
                    Span.amounts(
                            FROM,
                            TO,
                            terms -> terms.get(BOUNDARY) == BoundarySide.NEXT_TIER,
                            terms -> terms.get(MODE) == FeeMode.PROGRESSIVE),
                    DAYS),
            FeeForm::check);

    private FeeForm() {}

    private static void check(SheetRow row, TableForm form, Checks checks) {
        CaseColumns.minimumBelowMaximum(row, form, checks);
        var mode = row.terms().need(MODE);
        var rate = row.terms().get(RATE);
        var fixed = row.terms().get(FIXED);
        switch (mode) {
            case WHOLE, PROGRESSIVE -> {
                if (rate == null || rate.months()) {
                    checks.add(form.cell(row.number(), RATE), "pricing.fee.proportion");
                }
            }
            case FIXED -> {
                if (rate != null) {
                    checks.add(form.cell(row.number(), RATE), "pricing.fee.noRate");
                }
                if (fixed == null) {
                    checks.add(form.cell(row.number(), FIXED), "field.required");
                }
            }
            case MONTHS -> {
                if (rate == null || !rate.months()) {
                    checks.add(form.cell(row.number(), RATE), "pricing.fee.months");
                }
                if (row.terms().get(DEAL) != DealType.RENTAL) {
                    checks.add(form.cell(row.number(), MODE), "pricing.fee.rentalOnly");
                }
            }
        }
    }
}
