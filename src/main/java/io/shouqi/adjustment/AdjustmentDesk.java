package io.shouqi.adjustment;

import io.shouqi.approval.ApprovalKind;
import io.shouqi.approval.ApprovalRequest;
import io.shouqi.approval.Approvals;
import io.shouqi.contract.Contract;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeList;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PriceBook;
import io.shouqi.pricing.Quote;
import io.shouqi.receivable.DebtDesk;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Processes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people ask that a contract follows a correction of the fees. The process {@code adjust-fees} does the rest. */
@Service
@Transactional
public class AdjustmentDesk {

    private static final String PROCESS = "adjust-fees";
    private static final String FEES = "fees";
    private static final int LONGEST_REASON = 300;

    private final AdjustmentRepository repository;
    private final Contracts contracts;
    private final PriceBook prices;
    private final DebtDesk debts;
    private final Approvals approvals;
    private final Processes processes;
    private final BusinessNumbers numbers;
    private final Clock clock;

    AdjustmentDesk(
            AdjustmentRepository repository,
            Contracts contracts,
            PriceBook prices,
            DebtDesk debts,
            Approvals approvals,
            Processes processes,
            BusinessNumbers numbers,
            Clock clock) {
        this.repository = repository;
        this.contracts = contracts;
        this.prices = prices;
        this.debts = debts;
        this.approvals = approvals;
        this.processes = processes;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Asks that a contract follows what is published now. Asked again while the first is under way or done, it answers
     * with that one.
     *
     * @param version of the fee table that prices it otherwise
     * @return the adjustment's number
     * @throws Refusal 404 outside of the actor's stores; 409 where nothing differs, or the contract is past it
     */
    public String propose(Actor actor, String tableCode, int version, String contractNo, @Nullable String reason) {
        var checks = new Checks();
        var why = checks.required("reason", reason, LONGEST_REASON);
        checks.refuse();
        if (!tableCode.equals(FEES)) {
            throw Refusal.conflict("adjustment.table");
        }
        contracts.visibleTo(actor, contractNo);
        // who asks at the same moment waits, and then finds this one
        var contract = contracts.lock(contractNo);
        var before = repository.findByContractNoOrderByRequestedAt(contractNo);
        return known(before, version)
                .map(FeeAdjustment::number)
                .orElseGet(
                        () -> open(contract, proposal(contract, before, version, Objects.requireNonNull(why)), actor));
    }

    private static Optional<FeeAdjustment> known(List<FeeAdjustment> before, int version) {
        var underWay = before.stream().filter(a -> a.status().open()).findFirst();
        underWay.filter(a -> a.tableVersion() != version).ifPresent(a -> {
            throw Refusal.conflict("adjustment.open", a.contractNo(), a.number());
        });
        return underWay.or(() -> before.stream()
                .filter(a -> a.status() == AdjustmentStatus.DONE && a.tableVersion() == version)
                .findFirst());
    }

    private Proposal proposal(Contract contract, List<FeeAdjustment> before, int version, String reason) {
        requireConfirmed(contract);
        var agreed = new AgreedFees(
                contracts.feeList(contract.number()).lines(),
                before.stream().filter(a -> a.status() == AdjustmentStatus.DONE).toList());
        if (!agreed.byTreatment().equals(debts.owed(contract.number()))) {
            throw Refusal.conflict("adjustment.notOpened", contract.number());
        }
        var quote = prices.quote(contract.quoteRequest(true));
        requireInForce(contract, quote, version);
        var lines = agreed.differences(quote);
        if (lines.isEmpty()) {
            throw Refusal.conflict("adjustment.same", contract.number());
        }
        return new Proposal(version, reason, lines, agreed.total(), quote.total());
    }

    private void requireConfirmed(Contract contract) {
        switch (contract.status()) {
            case CANCELLED -> throw Refusal.conflict("adjustment.cancelled", contract.number());
            case COLLECTING, SETTLED, CLOSED -> {
                if (contracts.feeList(contract.number()).status() != FeeList.Status.CONFIRMED) {
                    throw Refusal.conflict("adjustment.unconfirmed", contract.number());
                }
            }
            default -> throw Refusal.conflict("adjustment.unconfirmed", contract.number());
        }
    }

    /** A newer version may be in force for that day by now. */
    private static void requireInForce(Contract contract, Quote quote, int version) {
        var inForce = quote.lines().get(0).why().version();
        if (inForce != version) {
            throw Refusal.conflict("adjustment.otherVersion", contract.number(), inForce);
        }
    }

    private String open(Contract contract, Proposal proposal, Actor actor) {
        var number = numbers.next("TZ");
        var approval = approvals.requestAlways(new ApprovalRequest(
                contract.company(),
                contract.storeCode(),
                ApprovalKind.BACK_DATED,
                contract.number(),
                contract.type(),
                null,
                proposal.before(),
                proposal.after(),
                proposal.moved(),
                proposal.reason(),
                actor.id(),
                actor.name(),
                actor.onBehalfOf(),
                BusinessTime.today(clock)));
        var adjustment = new FeeAdjustment(number, contract, proposal, approval, actor, clock.instant());
        if (adjustment.asksForMore() && contract.status() != ContractStatus.COLLECTING) {
            throw Refusal.conflict("adjustment.settledMore", contract.number());
        }
        repository.saveAndFlush(adjustment);
        processes.start(contract.company(), PROCESS, number, Map.of("approval", approval));
        return number;
    }
}
