package io.shouqi.pricing;

import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.Hit;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prices deals by the fee table that was in force on the day they were signed. */
@Service
public class PriceBook {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RulesInForce rules;

    PriceBook(RulesInForce rules) {
        this.rules = rules;
    }

    /**
     * Basic fees, and of the extended ones those chosen, in the order of the table.
     *
     * @throws Refusal naming the fields that have no price
     */
    public Quote quote(QuoteRequest request) {
        return quote(request, rules.on(FeeForm.FORM, request.company(), request.signedOn(), request.knownAt()));
    }

    /** By a table that need not be in force. */
    static Quote quote(QuoteRequest request, RulesInForce.Version tariff) {
        var amount = amount(request);
        var fees = tariff.table()
                .decide(place(request.type(), request.city(), request.storeCode(), request.signedOn())
                        .amount(amount.fen()));
        check(request, fees, tariff);
        var lines = fees.stream()
                .filter(tiers -> applies(tiers, request.services()))
                .map(tiers -> FeeLines.line(tariff.version(), tiers, amount, request))
                .toList();
        return new Quote(lines, Money.sum(lines.stream().map(FeeLine::amount).toList()));
    }

    /** The extended fee items that may be chosen. */
    public List<FeeItem> services(String company, DealType type, String city, String storeCode, LocalDate on) {
        return rules.on(FeeForm.FORM, company, on).table().decide(place(type, city, storeCode, on)).stream()
                .map(tiers -> tiers.get(0).terms())
                .filter(terms -> terms.need(FeeForm.GROUP) == FeeGroup.EXTENDED)
                .map(terms -> new FeeItem(terms.need(FeeForm.CODE), terms.need(FeeForm.NAME), FeeGroup.EXTENDED))
                .distinct()
                .toList();
    }

    private static Money amount(QuoteRequest request) {
        var checks = new Checks();
        var amount = request.base();
        if (amount == null) {
            checks.add(request.baseField(), "field.required");
        } else if (!amount.isPositive()) {
            checks.add(request.baseField(), "field.amount.positive");
        }
        var discount = request.discountPercent();
        if (discount != null && (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0)) {
            checks.add("discount.percent", "pricing.discount");
        }
        checks.refuse();
        return Objects.requireNonNull(amount);
    }

    static Case place(DealType type, String city, String storeCode, LocalDate on) {
        return Case.on(on).deal(type).city(city).store(storeCode);
    }

    private static boolean applies(List<Hit> tiers, List<String> services) {
        return isIn(FeeGroup.BASIC, tiers)
                || services.contains(tiers.get(0).terms().need(FeeForm.CODE));
    }

    private static boolean isIn(FeeGroup group, List<Hit> tiers) {
        return tiers.get(0).terms().need(FeeForm.GROUP) == group;
    }

    /** Something chosen or basic that the table has no row for must be heard of, not left out. */
    private static void check(QuoteRequest request, List<List<Hit>> fees, RulesInForce.Version tariff) {
        var basic = fees.stream().anyMatch(tiers -> isIn(FeeGroup.BASIC, tiers));
        var priced = codes(FeeGroup.EXTENDED, fees);
        if (basic && priced.containsAll(request.services()) && distinct(request.services())) {
            return;
        }
        var atAnyAmount =
                tariff.table().decide(place(request.type(), request.city(), request.storeCode(), request.signedOn()));
        var checks = new Checks();
        if (!basic) {
            noBasicFee(request, codes(FeeGroup.BASIC, atAnyAmount), checks);
        }
        var known = codes(FeeGroup.EXTENDED, atAnyAmount);
        var seen = new HashSet<String>();
        for (var i = 0; i < request.services().size(); i++) {
            @Nullable String service = request.services().get(i);
            if (service == null) {
                checks.add("services[" + i + "]", "field.required");
            } else if (!seen.add(service)) {
                checks.add("services[" + i + "]", "pricing.service.twice", service);
            } else if (!priced.contains(service)) {
                checks.add(
                        "services[" + i + "]",
                        known.contains(service) ? "pricing.service.amount" : "pricing.service.unknown",
                        service);
            }
        }
        checks.refuse();
    }

    private static void noBasicFee(QuoteRequest request, Set<String> atAnyAmount, Checks checks) {
        if (atAnyAmount.isEmpty()) {
            checks.add("city", "pricing.city.none", request.city());
        } else {
            checks.add(request.baseField(), "pricing.amount.none");
        }
    }

    private static Set<String> codes(FeeGroup group, List<List<Hit>> fees) {
        return fees.stream()
                .filter(tiers -> isIn(group, tiers))
                .map(tiers -> tiers.get(0).terms().need(FeeForm.CODE))
                .collect(Collectors.toSet());
    }

    private static boolean distinct(List<String> services) {
        return new HashSet<>(services).size() == services.size();
    }
}
