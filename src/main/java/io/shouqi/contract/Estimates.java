package io.shouqi.contract;

import io.shouqi.approval.ApprovalKind;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.ApprovalCase;
import io.shouqi.pricing.ApprovalLevels;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks ahead while a contract is entered: fees, dates and approvals, by the reading and the tables of the real thing. */
@Service
@Transactional(readOnly = true)
public class Estimates {

    private final DealReading deals;
    private final InstalmentReading instalments;
    private final PriceBook prices;
    private final ApprovalLevels levels;
    private final Clock clock;

    Estimates(DealReading deals, InstalmentReading instalments, PriceBook prices, ApprovalLevels levels, Clock clock) {
        this.deals = deals;
        this.instalments = instalments;
        this.prices = prices;
        this.levels = levels;
        this.clock = clock;
    }

    public Estimate of(ContractRequest request, Actor actor) {
        var checks = new Checks();
        var deal = deals.read(request, actor, checks);
        var percent = DealReading.discountPercent(request.discount(), checks);
        var terms = instalments.read(request.instalments(), actor.company(), deal.signedOn(), checks);
        var quote = deals.price(deal, percent, null, checks);
        var plan = quote.map(q -> plan(deal, q, terms));
        var before = percent == null || quote.isEmpty()
                ? quote.map(Quote::total).orElse(Money.ZERO)
                : prices.quote(deal.quoteRequest(null)).total();
        var approvers = quote.map(q -> approvers(deal, percent, before.minus(q.total())))
                .orElse(List.of());
        return new Estimate(plan, before, approvers, checks.errors());
    }

    /** As if everybody agreed today. */
    private ConfirmedPlan plan(Deal deal, Quote quote, List<InstalmentTerm> terms) {
        return new ConfirmedPlan(
                deal.company(),
                Objects.requireNonNull(deal.store()).code(),
                "",
                Objects.requireNonNull(deal.signedOn()),
                BusinessTime.today(clock),
                List.of(),
                quote.lines().stream().map(FeeListLine::of).toList(),
                terms,
                Map.of());
    }

    private List<String> approvers(Deal deal, @Nullable BigDecimal percent, Money off) {
        if (percent == null) {
            return List.of();
        }
        return levels.approvers(new ApprovalCase(
                deal.company(), ApprovalKind.DISCOUNT.name(), deal.type(), percent, off, BusinessTime.today(clock)));
    }
}
