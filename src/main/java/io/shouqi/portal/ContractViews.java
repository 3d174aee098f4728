package io.shouqi.portal;

import io.shouqi.adjustment.Adjustments;
import io.shouqi.contract.Confirmation;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeList;
import io.shouqi.contract.Parties;
import io.shouqi.contract.SignatureDesk;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.CustomerCredit;
import io.shouqi.payment.EarnestDesk;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.Receipts;
import io.shouqi.portal.ContractView.ConfirmationView;
import io.shouqi.portal.ContractView.EarnestView;
import io.shouqi.portal.ContractView.FeeListView;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.ContractView.PartyView;
import io.shouqi.portal.ContractView.StepView;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.BusinessTime;
import io.shouqi.vault.Masks;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.ProcessPosition;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the modules know of a contract. */
@Component
@Transactional(readOnly = true)
class ContractViews {

    static final String PROCESS = "contract-to-payment";

    private final Contracts contracts;
    private final Parties parties;
    private final CustomerLinks links;
    private final SignatureDesk signatures;
    private final Adjustments adjustments;
    private final CollectionDesk collection;
    private final OrderDesk orders;
    private final Cashier cashier;
    private final Receipts receipts;
    private final EarnestDesk earnest;
    private final CustomerCredit credit;
    private final Diagrams diagrams;
    private final URI publicUrl;

    ContractViews(
            Contracts contracts,
            Parties parties,
            CustomerLinks links,
            SignatureDesk signatures,
            Adjustments adjustments,
            CollectionDesk collection,
            OrderDesk orders,
            Cashier cashier,
            Receipts receipts,
            EarnestDesk earnest,
            CustomerCredit credit,
            Diagrams diagrams,
            @Value("${shouqi.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.contracts = contracts;
        this.parties = parties;
        this.links = links;
        this.signatures = signatures;
        this.adjustments = adjustments;
        this.collection = collection;
        this.orders = orders;
        this.cashier = cashier;
        this.receipts = receipts;
        this.earnest = earnest;
        this.credit = credit;
        this.diagrams = diagrams;
        this.publicUrl = publicUrl;
    }

    ContractView of(Actor actor, String number) {
        var contract = contracts.visibleTo(actor, number);
        return new ContractView(
                number,
                contract.externalNo(),
                contract.type().name(),
                contract.status().name(),
                contract.storeCode(),
                contract.signedOn(),
                contract.price(),
                contract.monthlyRent(),
                contract.address(),
                parties(contract),
                feeList(contracts.feeList(number)),
                contracts.milestones(number),
                adjustments.ofContract(number),
                collection.ofContract(number).stream().map(ReceivableView::of).toList(),
                orders.ofContract(number).stream().map(cashier::view).toList(),
                receipts.ofContract(number).stream().map(receipts::view).toList(),
                earnest.ofContract(number).stream().map(EarnestView::of).toList(),
                credit.of(number),
                steps(diagrams.view(PROCESS, number)));
    }

    private List<PartyView> parties(Contract contract) {
        return parties.open(contract).stream()
                .map(p -> new PartyView(p.role(), p.name(), Masks.phone(p.phone())))
                .toList();
    }

    private FeeListView feeList(FeeList list) {
        return new FeeListView(
                list.edition(),
                list.status().name(),
                list.total(),
                list.lines().stream().map(LineView::of).toList(),
                list.confirmations().stream().map(this::confirmation).toList());
    }

    private ConfirmationView confirmation(Confirmation c) {
        return new ConfirmationView(
                c.payer(),
                c.answer().name(),
                publicUrl.resolve("/c/" + links.token(c)).toString(),
                Objects.requireNonNull(time(c.expiresAt())),
                time(c.answeredAt()),
                c.recordedByName(),
                c.evidence(),
                c.declineReason(),
                time(signatures.signedAt(c).orElse(null)));
    }

    /** The instance itself and those it called that still wait. */
    private static List<StepView> steps(ProcessPosition position) {
        var steps = new ArrayList<StepView>();
        if (!position.active().isEmpty()) {
            steps.add(new StepView(position.process(), position.businessKey(), List.copyOf(position.active())));
        }
        position.called().forEach(called -> steps.addAll(steps(called)));
        return steps;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(BusinessTime.ZONE).toOffsetDateTime();
    }
}
