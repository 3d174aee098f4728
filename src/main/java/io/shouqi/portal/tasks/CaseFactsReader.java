package io.shouqi.portal.tasks;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.adjustment.Adjustments;
import io.shouqi.approval.Approvals;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Parties;
import io.shouqi.identity.Actor;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.Money;
import io.shouqi.vault.Masks;
import io.shouqi.workflow.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up the contract behind a task. */
@Component
@Transactional(readOnly = true)
class CaseFactsReader {

    private final Contracts contracts;
    private final Parties parties;
    private final CollectionDesk collection;
    private final Approvals approvals;
    private final Adjustments adjustments;

    CaseFactsReader(
            Contracts contracts,
            Parties parties,
            CollectionDesk collection,
            Approvals approvals,
            Adjustments adjustments) {
        this.contracts = contracts;
        this.parties = parties;
        this.collection = collection;
        this.approvals = approvals;
        this.adjustments = adjustments;
    }

    /** Empty where the task is about no contract. */
    Optional<CaseFacts> of(Task task, Actor actor) {
        return contracts.find(actor, task.subject()).map(this::facts);
    }

    private CaseFacts facts(Contract contract) {
        var number = contract.number();
        var open = collection.ofContract(number);
        var rent = contract.monthlyRent();
        return new CaseFacts(
                number,
                contract.type(),
                contract.status(),
                contract.signedOn(),
                contract.address(),
                rent == null ? contract.price() : rent,
                parties.open(contract).stream()
                        .map(p -> new CaseFacts.Side(p.role(), p.name(), Masks.phone(p.phone())))
                        .toList(),
                contracts.feeList(number).total(),
                open.isEmpty()
                        ? null
                        : Money.sum(open.stream().map(Receivable::outstanding).toList()),
                nextDue(open),
                approvals.trail(number).orElse(null),
                adjustments.ofContract(number).stream()
                        .filter(AdjustmentView::open)
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable LocalDate nextDue(List<Receivable> receivables) {
        return receivables.stream()
                .filter(r -> r.outstanding().isPositive())
                .map(Receivable::dueOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
