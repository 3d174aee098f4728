package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.Hit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Writes out what a store charges from the table of fees in force, so that both can never differ. */
@Service
public class PriceSheets {

    private static final int PERCENT = 2;

    private final RulesInForce rules;
    private final RuleTables tables;

    PriceSheets(RulesInForce rules, RuleTables tables) {
        this.rules = rules;
        this.tables = tables;
    }

    /** @throws io.shouqi.shared.Refusal where the company has no table of fees that day */
    public PriceSheet of(String company, String city, String storeCode, LocalDate on) {
        var tariff = rules.on(FeeForm.FORM, company, on);
        var deals = Arrays.stream(DealType.values())
                .map(type -> new PriceSheet.Deal(
                        type,
                        tariff.table().decide(Case.on(on).deal(type).city(city).store(storeCode)).stream()
                                .map(PriceSheets::item)
                                .sorted(Comparator.comparing(PriceSheet.Item::group))
                                .toList()))
                .filter(deal -> !deal.items().isEmpty())
                .toList();
        var since = tables.version(company, FeeForm.FORM.code(), Integer.toString(tariff.version()))
                .validFrom();
        return new PriceSheet(tariff.version(), since, deals);
    }

    private static PriceSheet.Item item(List<Hit> hits) {
        var terms = hits.get(0).terms();
        return new PriceSheet.Item(
                terms.need(FeeForm.NAME),
                terms.need(FeeForm.GROUP),
                terms.need(FeeForm.PAYER),
                terms.need(FeeForm.TAX) == TaxTreatment.ENTRUSTED,
                hits.stream()
                        .map(PriceSheets::band)
                        .sorted(Comparator.comparing(PriceSheet.Band::from))
                        .toList());
    }

    private static PriceSheet.Band band(Hit hit) {
        var tier = Tier.of(hit);
        return new PriceSheet.Band(
                tier.mode(),
                tier.from(),
                tier.to(),
                hit.terms().get(FeeForm.BOUNDARY) == FeeForm.BoundarySide.NEXT_TIER,
                tier.mode() == FeeMode.WHOLE || tier.mode() == FeeMode.PROGRESSIVE
                        ? plain(tier.rate().movePointRight(PERCENT))
                        : null,
                tier.mode() == FeeMode.MONTHS ? plain(tier.rate()) : null,
                tier.fixed(),
                tier.minimum(),
                tier.maximum());
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }
}
