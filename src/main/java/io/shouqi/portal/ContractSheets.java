package io.shouqi.portal;

import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Milestone;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Stores;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.ProcessPosition;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a contract out for reading. */
@Component
@Transactional(readOnly = true)
class ContractSheets {

    private final ContractViews views;
    private final Contracts contracts;
    private final Stores stores;
    private final Diagrams diagrams;
    private final FeeSections fees;

    ContractSheets(ContractViews views, Contracts contracts, Stores stores, Diagrams diagrams, FeeSections fees) {
        this.views = views;
        this.contracts = contracts;
        this.stores = stores;
        this.diagrams = diagrams;
        this.fees = fees;
    }

    /** @throws Refusal 404 outside of the actor's stores */
    ContractSheet of(Actor actor, String number, Locale locale) {
        var view = views.of(actor, number);
        var alive = view.receivables().stream()
                .filter(r -> !r.status().equals(ReceivableStatus.CANCELLED.name()))
                .toList();
        return new ContractSheet(
                view,
                ContractStatus.valueOf(view.status()),
                stores.find(actor.company(), view.storeCode()).orElse(null),
                fees.of(view.feeList().lines(), locale),
                owed(view),
                sum(alive, ReceivableView::amount),
                sum(alive, ReceivableView::paid),
                ahead(view),
                runs(diagrams.view(ContractViews.PROCESS, number)));
    }

    /**
     * Where one of the contract's processes stands in its diagram.
     *
     * @throws Refusal 404 where that process does not belong to the contract
     */
    ProcessPosition position(Actor actor, String number, String process, String key) {
        contracts.visibleTo(actor, number);
        return flat(diagrams.view(ContractViews.PROCESS, number))
                .filter(p -> p.process().equals(process) && p.businessKey().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("process.unknown", key));
    }

    private static List<ContractSheet.Owed> owed(ContractView view) {
        var names = FeeNames.of(view.feeList().lines(), view.adjustments());
        return view.receivables().stream()
                .map(r -> new ContractSheet.Owed(r, names.of(r.feeCodes())))
                .toList();
    }

    private static Money sum(List<ReceivableView> receivables, Function<ReceivableView, Money> amount) {
        return Money.sum(receivables.stream().map(amount).toList());
    }

    /** Signing is what made the contract; the others are reported as they happen. */
    private static List<Milestone> ahead(ContractView view) {
        var ahead = EnumSet.complementOf(EnumSet.of(Milestone.SIGNING));
        ahead.removeAll(view.milestones().keySet());
        return List.copyOf(ahead);
    }

    private static List<ContractSheet.Run> runs(ProcessPosition contract) {
        return flat(contract)
                .map(p -> new ContractSheet.Run(
                        p.process(),
                        p.businessKey(),
                        p.ended(),
                        !p.failed().isEmpty(),
                        StepNames.of(p.diagram(), p.active())))
                .toList();
    }

    private static Stream<ProcessPosition> flat(ProcessPosition position) {
        return Stream.concat(Stream.of(position), position.called().stream().flatMap(ContractSheets::flat));
    }
}
