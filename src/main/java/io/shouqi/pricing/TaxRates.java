package io.shouqi.pricing;

import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Rates of value added tax by day, and what they make of a gross amount. */
@Service
public class TaxRates {

    private final RuleTables tables;

    TaxRates(RuleTables tables) {
        this.tables = tables;
    }

    /** @return such as 0.06 */
    public BigDecimal rate(String company, String treatment, LocalDate on) {
        return tables.on(company, Tables.TAX, on).table().fire(new RuleCase(on).about(treatment)).stream()
                .findFirst()
                .map(row -> Objects.requireNonNull(row.number("rate")))
                .orElseThrow(() -> Refusal.conflict("pricing.noTax", treatment, on));
    }

    /** Net is gross over one plus the rate, HALF_UP to the fen; the tax is what remains. */
    public TaxSplit split(Money gross, BigDecimal rate) {
        var net = Money.ofFen(BigDecimal.valueOf(gross.fen())
                .divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP)
                .longValueExact());
        return new TaxSplit(net, gross.minus(net));
    }
}
