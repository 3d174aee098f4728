package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.Span;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Who must approve an exception. */
@Service
public class ApprovalLevels {

    private enum Kind {
        DISCOUNT,
        WAIVER,
        DEFERRAL,
        REFUND,
        WRITE_OFF,
        BACK_DATED,
        RULE_CHANGE
    }

    private enum Approver {
        NOBODY,
        STORE_MANAGER,
        AREA_MANAGER,
        DIRECTOR,
        FINANCE
    }

    private static final CellKind<Approver> APPROVER = CellKind.choice(Approver.class, approver -> switch (approver) {
        case NOBODY -> "无需审批";
        case STORE_MANAGER -> "店长";
        case AREA_MANAGER -> "区域经理";
        case DIRECTOR -> "总监";
        case FINANCE -> "财务";
    });

    private static final Column<Kind> KIND =
            CaseColumns.subject("事项", CellKind.choice(Kind.class, kind -> switch (kind) {
                case DISCOUNT -> "打折";
                case WAIVER -> "减免";
                case DEFERRAL -> "延期";
                case REFUND -> "退款";
                case WRITE_OFF -> "坏账核销";
                case BACK_DATED -> "倒签或改清单";
                case RULE_CHANGE -> "规则调整";
            }));

    // a case that does not say is the greatest there can be
    private static final Column<BigDecimal> PERCENT_FROM =
            Column.condition("percentFrom", "比例高于", CellKind.PERCENT, "percent >= $paramL");
    private static final Column<BigDecimal> PERCENT_TO =
            Column.condition("percentTo", "比例至", CellKind.PERCENT, "percent <= $paramL");
    private static final Column<Money> AMOUNT_FROM =
            Column.condition("amountFrom", "金额高于(元)", CellKind.MONEY, "amount == null || amount >= $paramL");
    private static final Column<Money> AMOUNT_TO =
            Column.condition("amountTo", "金额至(元)", CellKind.MONEY, "amount != null && amount <= $paramL");
    private static final List<Column<Approver>> APPROVERS = List.of(
            Column.term("first", "第一审批人", APPROVER).needed(),
            Column.term("second", "第二审批人", APPROVER),
            Column.term("third", "第三审批人", APPROVER));

    static final TableForm FORM = new TableForm(
            "approval",
            "审批权限",
            "每类事项由谁审批，按第一、第二、第三的先后。空着表示不限；写明交易类型的行优先。同一人不能审批自己提出的事项。",
            List.of(
                    KIND,
                    CaseColumns.DEAL,
                    PERCENT_FROM,
                    PERCENT_TO,
                    AMOUNT_FROM,
                    AMOUNT_TO,
                    APPROVERS.get(0),
                    APPROVERS.get(1),
                    APPROVERS.get(2),
                    CaseColumns.VALID_FROM,
                    CaseColumns.VALID_TO),
            List.of(KIND),
            List.of(CaseColumns.DEAL),
            List.of(Span.percents(PERCENT_FROM, PERCENT_TO), Span.amounts(AMOUNT_FROM, AMOUNT_TO), CaseColumns.DAYS),
            TableForm.RowCheck.NONE);

    private final RulesInForce rules;

    ApprovalLevels(RulesInForce rules) {
        this.rules = rules;
    }

    /** Role names in the order they approve; empty where nobody must. */
    public List<String> approvers(ApprovalCase exception) {
        return rules.on(FORM, exception.company(), exception.on())
                .table()
                .decideOne(fact(exception))
                .map(hit -> APPROVERS.stream()
                        .map(approver -> hit.terms().get(approver))
                        .filter(Objects::nonNull)
                        .filter(approver -> approver != Approver.NOBODY)
                        .map(Approver::name)
                        .toList())
                .orElse(List.of());
    }

    private static Case fact(ApprovalCase exception) {
        var fact = Case.on(exception.on()).subject(exception.kind()).deal(exception.type());
        var percent = exception.percent();
        if (percent != null) {
            fact.percent(percent);
        }
        var amount = exception.amount();
        if (amount != null) {
            fact.amount(amount.fen());
        }
        return fact;
    }
}
