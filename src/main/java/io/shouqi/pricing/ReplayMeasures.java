package io.shouqi.pricing;

import io.shouqi.pricing.ReplayAnswer.Entry;
import io.shouqi.pricing.sheet.Case;
import io.shouqi.pricing.sheet.Hit;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** How each table is replayed: what it would have answered, in money. */
@Component
class ReplayMeasures {

    private final RulesInForce rules;
    private final TaxRates taxes;

    ReplayMeasures(RulesInForce rules, TaxRates taxes) {
        this.rules = rules;
        this.taxes = taxes;
    }

    static Replay.Measure of(TableForm form) {
        if (form.equals(FeeForm.FORM)) {
            return Replay.Measure.FEES;
        } else if (form.equals(CommissionRules.FORM)) {
            return Replay.Measure.SHARES;
        }
        return form.equals(TaxRates.FORM) ? Replay.Measure.TAX : Replay.Measure.NONE;
    }

    /** @param replayed the version in question, as if it were in force on every day */
    Function<PricedCase, ReplayAnswer> measuring(StoredVersion version, RulesInForce.Version replayed) {
        var form = DecisionTables.need(version.tableCode());
        return switch (of(form)) {
            case FEES -> priced -> fees(priced, replayed);
            case SHARES -> priced -> shares(priced, before(form, version, priced), replayed);
            case TAX -> priced -> taxes(priced, before(form, version, priced), replayed);
            case NONE -> priced -> new ReplayAnswer(Money.ZERO, Money.ZERO, List.of());
        };
    }

    /** What counted without the version in question. */
    private Optional<RulesInForce.Version> before(TableForm form, StoredVersion version, PricedCase priced) {
        return rules.without(version, form, priced.request().signedOn());
    }

    private static ReplayAnswer fees(PricedCase priced, RulesInForce.Version replayed) {
        try {
            var quote = PriceBook.quote(priced.request(), replayed);
            var before = priced.lines().stream()
                    .map(line -> new Entry(line.code(), line.payer(), line.amount(), line.row()))
                    .toList();
            var after = quote.lines().stream()
                    .map(line -> new Entry(
                            line.code(),
                            line.payer().name(),
                            line.amount(),
                            line.why().row()))
                    .toList();
            return new ReplayAnswer(
                    priced.total(), quote.total(), ReplayAnswer.differences(before, priced.tableVersion(), after));
        } catch (Refusal noPrice) {
            return ReplayAnswer.none(priced.total());
        }
    }

    private static ReplayAnswer shares(
            PricedCase priced, Optional<RulesInForce.Version> before, RulesInForce.Version replayed) {
        var old = before.flatMap(version -> share(priced, version))
                .map(hit -> parts(hit, priced))
                .orElse(List.of());
        var kept = kept(old);
        var now = share(priced, replayed);
        if (now.isEmpty()) {
            return ReplayAnswer.none(kept);
        }
        var parts = parts(now.get(), priced);
        var version = before.map(RulesInForce.Version::version).orElse(0);
        return new ReplayAnswer(kept, kept(parts), ReplayAnswer.differences(old, version, parts));
    }

    private static Optional<Hit> share(PricedCase priced, RulesInForce.Version version) {
        var asked = priced.request();
        return version.table()
                .decideOne(Case.on(asked.signedOn()).deal(asked.type()).store(asked.storeCode()));
    }

    private static List<Entry> parts(Hit hit, PricedCase priced) {
        var parts = new ArrayList<Entry>();
        CommissionRules.partsByRole(hit.terms(), priced.commission())
                .forEach((role, part) ->
                        parts.add(new Entry(role, "", part, hit.row().number())));
        return parts;
    }

    private static Money kept(List<Entry> parts) {
        return Money.sum(parts.stream()
                .filter(part -> part.code().equals(CommissionRules.COMPANY))
                .map(Entry::amount)
                .toList());
    }

    private ReplayAnswer taxes(
            PricedCase priced, Optional<RulesInForce.Version> before, RulesInForce.Version replayed) {
        var old = new ArrayList<Entry>();
        var now = new ArrayList<Entry>();
        for (var line : priced.lines()) {
            if (line.tax().isEmpty()) {
                continue;
            }
            var day = priced.request().signedOn();
            before.flatMap(version -> tax(line, version, day)).ifPresent(old::add);
            var tax = tax(line, replayed, day);
            if (tax.isEmpty()) {
                return ReplayAnswer.none(sum(old));
            }
            now.add(tax.get());
        }
        var version = before.map(RulesInForce.Version::version).orElse(0);
        return new ReplayAnswer(sum(old), sum(now), ReplayAnswer.differences(old, version, now));
    }

    private Optional<Entry> tax(PricedCase.Line line, RulesInForce.Version version, LocalDate day) {
        return version.table()
                .decideOne(Case.on(day).subject(line.tax()))
                .map(hit -> new Entry(
                        line.code(),
                        line.payer(),
                        taxes.split(line.amount(), TaxRates.rate(hit.terms())).tax(),
                        hit.row().number()));
    }

    private static Money sum(List<Entry> entries) {
        return Money.sum(entries.stream().map(Entry::amount).toList());
    }
}
