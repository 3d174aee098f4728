package io.shouqi.contract;

import io.shouqi.approval.ApprovalKind;
import io.shouqi.approval.ApprovalRequest;
import io.shouqi.approval.Approvals;
import io.shouqi.identity.Actor;
import io.shouqi.outbox.Outbox;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.PricedCases;
import io.shouqi.pricing.PricedDeal;
import io.shouqi.pricing.Quote;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import io.shouqi.vault.Fingerprint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Prices contracts, freezes fee lists, and records what each payer says to them. */
@Service
@Transactional
public class FeeListDesk {

    private static final Duration LINK_LIFE = Duration.ofDays(3);

    private final Contracts contracts;
    private final FeeLists feeLists;
    private final CustomerLinks links;
    private final PriceBook prices;
    private final PricedCases cases;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Clock clock;

    FeeListDesk(
            Contracts contracts,
            FeeLists feeLists,
            CustomerLinks links,
            PriceBook prices,
            PricedCases cases,
            Approvals approvals,
            Outbox outbox,
            Clock clock) {
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.links = links;
        this.prices = prices;
        this.cases = cases;
        this.approvals = approvals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Prices the contract as it stands now.
     *
     * @return the approval it needs first, if any
     */
    Optional<String> price(Contract contract) {
        var previous = feeLists.findFirstByContractIdOrderByEditionDesc(contract.id());
        previous.ifPresent(FeeList::supersede);
        previous.ifPresent(feeLists::saveAndFlush);
        var request = contract.quoteRequest(true);
        var quote = prices.quote(request);
        var edition = previous.map(FeeList::edition).orElse(0) + 1;
        feeLists.save(new FeeList(contract.id(), edition, quote));
        cases.keep(new PricedDeal(contract.number(), edition, agents(contract), request, quote));
        var percent = contract.discountPercent();
        if (percent == null) {
            return Optional.empty();
        }
        var undiscounted = prices.quote(contract.quoteRequest(false)).total();
        var approval = approvals.request(new ApprovalRequest(
                contract.company(),
                contract.storeCode(),
                ApprovalKind.DISCOUNT,
                contract.number(),
                contract.type(),
                percent,
                undiscounted,
                quote.total(),
                undiscounted.minus(quote.total()),
                Objects.requireNonNullElse(contract.discountReason(), ""),
                contract.createdBy(),
                contract.createdByName(),
                contract.createdFor(),
                BusinessTime.today(clock)));
        approval.ifPresent(number -> contract.awaitApproval());
        return approval;
    }

    /** What is agreed instead, for replays to compare with; the list itself stays as it was confirmed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepAgreed(Contract contract, Quote quote) {
        var edition = cases.nextEdition(contract.number());
        cases.keep(new PricedDeal(contract.number(), edition, agents(contract), contract.quoteRequest(true), quote));
    }

    private static List<PricedDeal.Agent> agents(Contract contract) {
        return contract.agents().stream()
                .map(agent -> new PricedDeal.Agent(agent.username(), agent.name()))
                .distinct()
                .toList();
    }

    /**
     * Shows the list to its payers.
     *
     * @return when their links expire
     */
    Instant freeze(Contract contract) {
        var list = contracts.current(contract);
        var expires = clock.instant().plus(LINK_LIFE);
        contract.awaitConfirmation();
        list.freeze(clock.instant(), links::draw, expires);
        if (list.status() == FeeList.Status.CONFIRMED) {
            contract.collect();
        }
        feeLists.save(list);
        return expires;
    }

    Instant renewLinks(Contract contract) {
        var expires = clock.instant().plus(LINK_LIFE);
        contracts.current(contract).renew(links::draw, expires);
        return expires;
    }

    /**
     * Records that a payer, or everybody where none is named, agreed in front of staff.
     *
     * @param evidence such as "signed paper in folder 12"
     */
    public void confirm(Contract known, @Nullable PartyRole payer, @Nullable String evidence, Actor actor) {
        var contract = contracts.lock(known.number());
        var list = openList(contract);
        var agreement = new Agreement(clock.instant(), actor.id(), actor.name(), evidence);
        if (payer != null) {
            list.confirm(payer, agreement);
        } else {
            list.pending().forEach(c -> list.confirm(c.payer(), agreement));
        }
        followUp(contract, list);
    }

    /**
     * The list behind a customer's link.
     *
     * @throws Refusal 404 where there is none; the text does not say why
     */
    @Transactional(readOnly = true)
    public CustomerView forCustomer(String token) {
        var link = links.of(token);
        var list = feeLists.findByLink(link).orElseThrow(() -> Refusal.unknown("link.unknown"));
        var contract = contracts.byId(list.contractId());
        var confirmation = confirmationOf(list, link);
        if (list.status() == FeeList.Status.SUPERSEDED) {
            throw Refusal.unknown("link.unknown");
        }
        return new CustomerView(
                contract,
                list,
                confirmation,
                list.linesOf(confirmation.payer()),
                confirmation.expired(clock.instant()));
    }

    /** What a payer sees; {@code expired} links show only the way to the store, also those of cancelled contracts. */
    public record CustomerView(
            Contract contract, FeeList list, Confirmation confirmation, List<FeeListLine> lines, boolean expired) {}

    /** The payer pressed "confirm" on an own link; pressing again changes nothing. */
    public void confirmByCustomer(String token) {
        var view = openLink(token);
        if (view.confirmation().answer() == Confirmation.Answer.CONFIRMED) {
            return;
        }
        view.list().confirm(view.confirmation().payer(), new Agreement(clock.instant(), null, null, null));
        followUp(view.contract(), view.list());
    }

    public void declineByCustomer(String token, String reason) {
        var view = openLink(token);
        view.list().decline(view.confirmation().payer(), reason, clock.instant());
        outbox.publish(
                new FeeListDeclined(view.contract().company(), view.contract().number()));
    }

    private CustomerView openLink(String token) {
        feeLists.contractOf(links.of(token)).ifPresent(contracts::lock);
        var view = forCustomer(token);
        if (view.expired()) {
            throw Refusal.conflict("link.expired");
        }
        if (view.contract().status() == ContractStatus.CANCELLED) {
            throw Refusal.conflict("feeList.closed");
        }
        return view;
    }

    private FeeList openList(Contract contract) {
        if (contract.status() != ContractStatus.PENDING_CONFIRMATION) {
            throw Refusal.conflict(
                    contract.status().collects() ? "feeList.confirmed" : "feeList.notOpen", contract.number());
        }
        return contracts.current(contract);
    }

    private void followUp(Contract contract, FeeList list) {
        if (list.status() == FeeList.Status.CONFIRMED) {
            contract.collect();
            outbox.publish(new FeeListConfirmed(contract.company(), contract.number()));
        }
    }

    private static Confirmation confirmationOf(FeeList list, List<Fingerprint> link) {
        return list.confirmations().stream()
                .filter(c -> link.contains(c.link().tokenIndex()))
                .findFirst()
                .orElseThrow();
    }
}
