package io.shouqi.pricing;

import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.SheetRow;
import io.shouqi.pricing.sheet.Span;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Columns that several tables ask of a case. */
final class CaseColumns {

    static final Column<DealType> DEAL = Column.condition(
            "deal",
            "交易类型",
            CellKind.choice(DealType.class, deal -> switch (deal) {
                case RESALE -> "二手房";
                case NEW_HOME -> "新房";
                case RENTAL -> "租赁";
            }),
            "deal == \"$param\"");

    static final Column<String> STORE = Column.condition("store", "门店编号", CellKind.STORE, "store == \"$param\"");

    static final Column<LocalDate> VALID_FROM = Column.condition("validFrom", "生效日期", CellKind.DATE, "day >= $param");
    static final Column<LocalDate> VALID_TO = Column.condition("validTo", "有效至", CellKind.DATE, "day <= $param");
    static final Span DAYS = Span.days(VALID_FROM, VALID_TO);

    static final Column<Money> MINIMUM = Column.term("minimum", "最低(元)", CellKind.MONEY);
    static final Column<Money> MAXIMUM = Column.term("maximum", "最高(元)", CellKind.MONEY);

    static final String SUBJECT = "subject";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CaseColumns() {}

    /** What is asked for: a channel, a template, a kind of exception. A case that names none asks for all. */
    static <T> Column<T> subject(String label, CellKind<T> kind) {
        return Column.condition(SUBJECT, label, kind, "subject == null || subject == \"$param\"")
                .needed();
    }

    static TableForm.RowCheck sumsTo100(List<Column<BigDecimal>> shares) {
        return (row, form, checks) -> {
            var sum = shares.stream()
                    .map(column -> row.terms().get(column))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(HUNDRED) != 0) {
                checks.add(form.cell(row.number(), shares.get(0)), "pricing.row.sum", sum.toPlainString());
            }
        };
    }

    static void minimumBelowMaximum(SheetRow row, TableForm form, Checks checks) {
        var minimum = row.terms().get(MINIMUM);
        var maximum = row.terms().get(MAXIMUM);
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            checks.add(form.cell(row.number(), MAXIMUM), "pricing.cell.minimum");
        }
    }
}
