package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.CellKind;
import io.shouqi.pricing.sheet.Column;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.pricing.sheet.Terms;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Rates of tax by day, and the tax inside an amount. */
@Service
public class TaxRates {

    private static final Column<TaxTreatment> TREATMENT = CaseColumns.subject("计税", TaxTreatment.KIND);
    private static final Column<BigDecimal> RATE =
            Column.term("rate", "税率", CellKind.RATE).needed();

    static final TableForm FORM = new TableForm(
            "tax",
            "税率",
            "各计税方式的税率或征收率，价内含税。政策到期前在“有效至”写明最后一天，另起一行写以后的税率。",
            List.of(TREATMENT, RATE, CaseColumns.VALID_FROM, CaseColumns.VALID_TO),
            List.of(TREATMENT),
            List.of(),
            List.of(CaseColumns.DAYS),
            TableForm.RowCheck.NONE);

    private final RulesInForce rules;

    TaxRates(RulesInForce rules) {
        this.rules = rules;
    }

    /**
     * @param treatment such as "VAT_6"
     * @return such as 0.06
     */
    public BigDecimal rate(String company, String treatment, LocalDate on) {
        return rules.on(FORM, company, on)
                .table()
                .decideOne(Case.on(on).subject(treatment))
                .orElseThrow(() -> Refusal.invalid("tax", "pricing.tax.none", treatment, on.toString()))
                .terms()
                .need(RATE);
    }

    static BigDecimal rate(Terms terms) {
        return terms.need(RATE);
    }

    /** Prices are shown with their tax inside: net = gross / (1 + rate), and tax is the rest. */
    public TaxSplit split(Money gross, BigDecimal rate) {
        var net = Money.ofFen(BigDecimal.valueOf(gross.fen())
                .divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP)
                .longValueExact());
        return new TaxSplit(net, gross.minus(net));
    }
}
