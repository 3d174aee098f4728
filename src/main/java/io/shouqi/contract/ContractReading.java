package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads contracts, whether a program sent them or a clerk typed them: all that is wrong is named at once. */
@Component
public class ContractReading {

    private final DealReading deals;
    private final BrokerReading brokers;
    private final InstalmentReading instalments;
    private final IdempotentCalls calls;

    ContractReading(DealReading deals, BrokerReading brokers, InstalmentReading instalments, IdempotentCalls calls) {
        this.deals = deals;
        this.brokers = brokers;
        this.instalments = instalments;
        this.calls = calls;
    }

    /** @throws Refusal naming every field that is wrong */
    public NewContract read(ContractRequest r, Actor actor) {
        var checks = new Checks();
        var externalNo = checks.required("externalNo", r.externalNo(), 64);
        var deal = deals.read(r, actor, checks);
        var property = Objects.requireNonNullElse(r.property(), new ContractRequest.PropertyRequest(null, null, null));
        var address = checks.required("property.address", property.address(), 200);
        var district = checks.optional("property.district", property.district(), 60);
        var area = property.area() == null ? null : DealReading.positive("property.area", property.area(), checks);
        var parties = PartyReading.read(r.parties(), deal.type(), checks);
        var agents = brokers.agents(r.agents(), actor, checks);
        var coBroker = BrokerReading.coBroker(r.coBroker(), checks);
        var discount = discount(r.discount(), checks);
        var terms = instalments.read(r.instalments(), actor.company(), deal.signedOn(), checks);
        deals.price(deal, discount == null ? null : discount.percent(), null, checks);
        checks.refuse();
        return new NewContract(
                actor.company(),
                known(externalNo),
                calls.fingerprint(r),
                known(deal.type()),
                known(deal.store()).code(),
                known(deal.store()).city(),
                known(deal.signedOn()),
                deal.price(),
                deal.monthlyRent(),
                known(address),
                district,
                area,
                parties,
                agents,
                coBroker,
                deal.services(),
                terms,
                discount);
    }

    /**
     * What the deal would cost; nothing else of the request is looked at.
     *
     * @param knownAt by the rules that had been published then, as the caller wrote it; null for those of now
     * @throws Refusal naming every field that is wrong
     */
    public Quote quote(ContractRequest r, @Nullable String knownAt, Actor actor) {
        var checks = new Checks();
        var moment = moment(knownAt, checks);
        var deal = deals.read(r, actor, checks);
        var percent = DealReading.discountPercent(r.discount(), checks);
        var quote = deals.price(deal, percent, moment, checks);
        checks.refuse();
        return quote.orElseThrow();
    }

    private static @Nullable Instant moment(@Nullable String knownAt, Checks checks) {
        if (knownAt == null || knownAt.isBlank()) {
            return null;
        }
        try {
            // a plus sign that nobody escaped arrives as a space
            return OffsetDateTime.parse(knownAt.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            checks.add("knownAt", "rules.knownAt");
            return null;
        }
    }

    private static NewContract.@Nullable Discount discount(
            ContractRequest.@Nullable DiscountRequest request, Checks checks) {
        if (request == null) {
            return null;
        }
        var percent = DealReading.discountPercent(request, checks);
        var reason = checks.required("discount.reason", request.reason(), 300);
        return percent == null || reason == null ? null : new NewContract.Discount(percent, reason);
    }

    private static <T> T known(@Nullable T checked) {
        return Objects.requireNonNull(checked);
    }
}
