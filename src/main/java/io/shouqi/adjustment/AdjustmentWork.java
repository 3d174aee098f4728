package io.shouqi.adjustment;

import io.shouqi.approval.Approvals;
import io.shouqi.contract.Contract;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.Party;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PriceBook;
import io.shouqi.receivable.DebtChange;
import io.shouqi.receivable.DebtDesk;
import io.shouqi.receivable.Treatment;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process {@code adjust-fees} does. Every step first looks whether the contract still goes on. */
@Service
@Transactional
class AdjustmentWork {

    private final AdjustmentRepository repository;
    private final Contracts contracts;
    private final FeeListDesk feeLists;
    private final PriceBook prices;
    private final DebtDesk debts;
    private final Approvals approvals;
    private final Clock clock;

    AdjustmentWork(
            AdjustmentRepository repository,
            Contracts contracts,
            FeeListDesk feeLists,
            PriceBook prices,
            DebtDesk debts,
            Approvals approvals,
            Clock clock) {
        this.repository = repository;
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.prices = prices;
        this.debts = debts;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** What the approvers said becomes the adjustment's state; said again, it changes nothing. */
    AdjustmentStatus decided(String number) {
        var contract = contract(number);
        var adjustment = lock(number);
        if (adjustment.status() == AdjustmentStatus.REQUESTED) {
            if (!approvals.approved(adjustment.approval())) {
                adjustment.end(AdjustmentStatus.REJECTED, clock.instant());
            } else if (isPast(contract, adjustment)) {
                adjustment.end(AdjustmentStatus.LAPSED, clock.instant());
            } else {
                adjustment.approve();
            }
        }
        return adjustment.status();
    }

    void answered(String number, boolean agreed, String evidence, Actor by) {
        lock(number).answered(agreed, evidence, by, clock.instant());
    }

    /**
     * Changes what is owed, the books, the customer's credit and the agents' shares, all in one transaction; done again,
     * it changes nothing. Locks: the contract, the adjustment, the receivables in number order.
     */
    void apply(String number) {
        var contract = contract(number);
        var adjustment = lock(number);
        if (adjustment.status() != AdjustmentStatus.APPROVED) {
            return;
        }
        if (isPast(contract, adjustment)) {
            adjustment.end(AdjustmentStatus.LAPSED, clock.instant());
            return;
        }
        debts.adjust(contract, number, changes(contract, adjustment));
        // as it was quoted when it was asked for: what was published since is another adjustment
        feeLists.keepAgreed(contract, prices.quote(contract.quoteRequest(true).knownAt(adjustment.requestedAt())));
        adjustment.end(AdjustmentStatus.DONE, clock.instant());
    }

    /** Cancelled contracts owe nothing; once all is collected nothing more is asked for. */
    private static boolean isPast(Contract contract, FeeAdjustment adjustment) {
        return contract.status() == ContractStatus.CANCELLED
                || (adjustment.asksForMore() && contract.status() != ContractStatus.COLLECTING);
    }

    private static List<DebtChange> changes(Contract contract, FeeAdjustment adjustment) {
        return adjustment.byTreatment().entrySet().stream()
                .map(change -> change(contract, adjustment, change.getKey(), change.getValue()))
                .toList();
    }

    private static DebtChange change(Contract contract, FeeAdjustment adjustment, Treatment treatment, Money delta) {
        var codes = adjustment.lines().stream()
                .filter(line -> line.treatment().equals(treatment))
                .filter(line -> line.delta().isNegative() == delta.isNegative())
                .map(AdjustmentLine::code)
                .distinct()
                .toList();
        var payer = contract.party(treatment.payer())
                .map(Party::name)
                .orElse(treatment.payer().name());
        return new DebtChange(treatment, payer, codes, delta);
    }

    private Contract contract(String number) {
        return contracts.lock(byNumber(number).contractNo());
    }

    FeeAdjustment byNumber(String number) {
        return repository.findByNumber(number).orElseThrow(() -> Refusal.unknown("adjustment.unknown", number));
    }

    private FeeAdjustment lock(String number) {
        return repository.lock(number).orElseThrow(() -> Refusal.unknown("adjustment.unknown", number));
    }
}
