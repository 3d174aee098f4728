package io.shouqi.receivable;

import io.shouqi.contract.ConfirmedPlan;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.Party;
import io.shouqi.pricing.FeeGroup;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a payer owes, before it becomes a receivable. The parts of a plan always sum to its lines: each is
 * rounded HALF_UP to the fen and the last takes the remainder.
 */
record Instalment(
        PartyRole payer,
        String payerName,
        List<String> feeCodes,
        boolean entrusted,
        @Nullable String tax,
        int sequence,
        @Nullable Milestone milestone,
        @Nullable LocalDate dueOn,
        Money amount) {

    private static final InstalmentTerm AT_ONCE = new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100));

    /** Lines that share a payer and a treatment in the books are owed together. */
    private record Pool(
            PartyRole payer,
            boolean byPlan,
            boolean entrusted,
            @Nullable String tax) {

        static Pool of(FeeListLine line) {
            // what is collected for others and what is ordered extra is due when agreed; the plan is for the commission
            var byPlan = line.group() == FeeGroup.BASIC && !line.entrusted();
            return new Pool(line.payer(), byPlan, line.entrusted(), line.tax());
        }
    }

    /** Spreads a confirmed fee list over its instalment plan; parts of nothing are left out. */
    static List<Instalment> of(ConfirmedPlan plan) {
        var pools = new LinkedHashMap<Pool, List<FeeListLine>>();
        plan.lines()
                .forEach(line -> pools.computeIfAbsent(Pool.of(line), p -> new ArrayList<>())
                        .add(line));
        var parts = new ArrayList<Instalment>();
        pools.forEach((pool, lines) -> parts.addAll(spread(plan, pool, lines)));
        return parts;
    }

    private static List<Instalment> spread(ConfirmedPlan plan, Pool pool, List<FeeListLine> lines) {
        var terms = pool.byPlan() ? plan.terms() : List.of(AT_ONCE);
        var amounts = Money.sum(lines.stream().map(FeeListLine::amount).toList())
                .split(terms.stream().map(InstalmentTerm::percent).toList());
        var codes = lines.stream().map(FeeListLine::code).toList();
        var parts = new ArrayList<Instalment>();
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            if (amounts.get(i).isPositive()) {
                parts.add(new Instalment(
                        pool.payer(),
                        nameOf(plan.parties(), pool.payer()),
                        codes,
                        pool.entrusted(),
                        pool.tax(),
                        i + 1,
                        term.milestone(),
                        dueOn(plan, term),
                        amounts.get(i)));
            }
        }
        return parts;
    }

    /** Nothing is due before the payers confirmed; a milestone that is not reached has no day. */
    private static @Nullable LocalDate dueOn(ConfirmedPlan plan, InstalmentTerm term) {
        var day = term.milestone() == Milestone.SIGNING
                ? plan.signedOn()
                : term.milestone() == null ? term.dueOn() : plan.reached().get(term.milestone());
        return day == null || day.isAfter(plan.confirmedOn()) ? day : plan.confirmedOn();
    }

    private static String nameOf(List<Party> parties, PartyRole role) {
        return parties.stream()
                .filter(p -> p.role() == role)
                .map(Party::name)
                .findFirst()
                .orElse(role.name());
    }
}
