package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Hit;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a line of a quote from the rows that count for it, and says why. */
final class FeeLines {

    private FeeLines() {}

    static FeeLine line(int version, List<Hit> hits, Money amount, QuoteRequest request) {
        var rising = hits.stream()
                .sorted(Comparator.comparing(hit -> Tier.of(hit).from()))
                .toList();
        var top = rising.get(rising.size() - 1);
        var tiers = rising.stream().map(Tier::of).toList();
        var terms = top.terms();
        var tax = terms.need(FeeForm.TAX);
        var entrusted = tax == TaxTreatment.ENTRUSTED;
        var group = terms.need(FeeForm.GROUP);
        var discount = entrusted || group != FeeGroup.BASIC
                ? BigDecimal.ZERO
                : Objects.requireNonNullElse(request.discountPercent(), BigDecimal.ZERO);
        var inputs = new LinkedHashMap<String, String>();
        inputs.put(request.type() == DealType.RENTAL ? "月租" : "成交价", amount.yuan());
        inputs.putAll(top.row().texts());
        if (tiers.size() > 1) {
            rising.forEach(hit -> explain(hit, amount, inputs));
        }
        if (discount.signum() > 0) {
            inputs.put("折扣", discount.stripTrailingZeros().toPlainString() + "%");
        }
        return new FeeLine(
                terms.need(FeeForm.CODE),
                terms.need(FeeForm.NAME),
                terms.need(FeeForm.PAYER),
                Fee.of(tiers, amount, discount),
                group,
                entrusted,
                entrusted ? null : tax.name(),
                new Why(FeeForm.FORM.code(), version, top.row().number(), inputs, Fee.ROUNDING));
    }

    private static void explain(Hit hit, Money amount, Map<String, String> inputs) {
        var tier = Tier.of(hit);
        var rate = Objects.requireNonNull(hit.row().texts().get(FeeForm.RATE.label()));
        var fixed = tier.fixed().isZero() ? "" : " + " + tier.fixed().yuan();
        inputs.put("第" + tier.row() + "行", tier.part(amount).yuan() + " × " + rate + fixed);
    }
}
