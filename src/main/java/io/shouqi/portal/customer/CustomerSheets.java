package io.shouqi.portal.customer;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.adjustment.Adjustments;
import io.shouqi.contract.Confirmation;
import io.shouqi.contract.Contract;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.FeeList;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.FeeListDesk.CustomerView;
import io.shouqi.contract.Party;
import io.shouqi.payment.EarnestDesk;
import io.shouqi.payment.Receipts;
import io.shouqi.portal.ContractView.EarnestView;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.FeeNames;
import io.shouqi.portal.FeeSections;
import io.shouqi.portal.Letterheads;
import io.shouqi.portal.PaidSlip;
import io.shouqi.portal.PaidSlips;
import io.shouqi.portal.customer.CustomerSheet.State;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens customers' links. What belongs to the other side of the contract never leaves here. */
@Component
@Transactional(readOnly = true)
class CustomerSheets {

    private final FeeListDesk desk;
    private final CollectionDesk collection;
    private final Adjustments adjustments;
    private final Receipts receipts;
    private final PaidSlips slips;
    private final EarnestDesk earnest;
    private final FeeSections fees;
    private final Letterheads letterheads;

    CustomerSheets(
            FeeListDesk desk,
            CollectionDesk collection,
            Adjustments adjustments,
            Receipts receipts,
            PaidSlips slips,
            EarnestDesk earnest,
            FeeSections fees,
            Letterheads letterheads) {
        this.desk = desk;
        this.collection = collection;
        this.adjustments = adjustments;
        this.receipts = receipts;
        this.slips = slips;
        this.earnest = earnest;
        this.fees = fees;
        this.letterheads = letterheads;
    }

    /** @throws Refusal 404 for a link that was never given out or counts no longer */
    CustomerSheet of(String token, Locale locale) {
        var view = desk.forCustomer(token);
        var contract = view.contract();
        var confirmation = view.confirmation();
        var lines = view.expired()
                ? List.<LineView>of()
                : view.lines().stream().map(LineView::of).toList();
        var done = view.expired() ? List.<AdjustmentView>of() : adjustments.done(contract.number());
        var changes = changes(done, confirmation);
        var debts = view.expired()
                ? List.<CustomerSheet.Debt>of()
                : debts(contract, confirmation, FeeNames.of(lines, done));
        var slips = view.expired() ? List.<PaidSlip>of() : slips(contract, confirmation);
        var state = state(view, debts);
        return new CustomerSheet(
                token,
                state,
                letterheads.of(contract.company(), contract.storeCode()),
                deal(contract),
                payer(contract, confirmation),
                fees.of(lines, locale),
                changes,
                total(lines, changes),
                debts,
                slips,
                view.expired() ? List.of() : earnest(contract, confirmation),
                view.expired() ? List.of() : CustomerHistory.of(view, slips, state));
    }

    private List<CustomerSheet.Debt> debts(Contract contract, Confirmation payer, FeeNames names) {
        return collection.ofContract(contract.number()).stream()
                .filter(r -> r.payer() == payer.payer() && r.status() != ReceivableStatus.CANCELLED)
                .map(r -> new CustomerSheet.Debt(ReceivableView.of(r), names.of(r.feeCodes()), r.dueOn() != null))
                .toList();
    }

    /** Without what an adjustment changed for the other side. */
    private static List<CustomerSheet.Change> changes(List<AdjustmentView> done, Confirmation payer) {
        return done.stream()
                .map(a -> new CustomerSheet.Change(
                        Objects.requireNonNull(a.endedAt()).toLocalDate(),
                        a.reason(),
                        a.lines().stream()
                                .filter(line -> line.payer() == payer.payer())
                                .toList()))
                .filter(change -> !change.lines().isEmpty())
                .toList();
    }

    private static Money total(List<LineView> lines, List<CustomerSheet.Change> changes) {
        var more = changes.stream()
                .flatMap(change -> change.lines().stream())
                .map(AdjustmentView.Line::delta)
                .toList();
        return Money.sum(lines.stream().map(LineView::amount).toList()).plus(Money.sum(more));
    }

    private static State state(CustomerView view, List<CustomerSheet.Debt> debts) {
        if (view.expired()) {
            return State.EXPIRED;
        }
        if (view.contract().status() == ContractStatus.CANCELLED) {
            return State.CANCELLED;
        }
        if (view.list().status() == FeeList.Status.DECLINED) {
            return view.confirmation().answer() == Confirmation.Answer.DECLINED ? State.DECLINED : State.CHANGING;
        }
        if (view.confirmation().answer() == Confirmation.Answer.PENDING) {
            return State.ASKED;
        }
        if (debts.isEmpty()) {
            return State.WAITING;
        }
        return debts.stream().allMatch(d -> d.receivable().outstanding().isZero()) ? State.PAID : State.PAYING;
    }

    private static CustomerSheet.Deal deal(Contract contract) {
        var value = Objects.requireNonNullElseGet(
                contract.price(), () -> Objects.requireNonNullElse(contract.monthlyRent(), Money.ZERO));
        return new CustomerSheet.Deal(
                contract.number(), contract.type(), contract.signedOn(), value, contract.address());
    }

    private static CustomerSheet.Payer payer(Contract contract, Confirmation confirmation) {
        return new CustomerSheet.Payer(
                confirmation.payer(),
                contract.party(confirmation.payer()).map(Party::name).orElse(""),
                confirmation.expiresAt().atZone(BusinessTime.ZONE),
                time(confirmation.answeredAt()),
                confirmation.declineReason());
    }

    /** Of a receipt that also paid for the other side, the own part; the paper is the store's to show. */
    private List<PaidSlip> slips(Contract contract, Confirmation payer) {
        var own = collection.numbersOf(contract.number(), payer.payer());
        return receipts.ofContract(contract.number()).stream()
                // what was taken back proves nothing any more
                .filter(receipt -> receipts.reversal(receipt.number()).isEmpty())
                .map(receipt -> slips.of(receipt).only(own))
                .filter(slip -> !slip.parts().isEmpty())
                .toList();
    }

    private List<EarnestView> earnest(Contract contract, Confirmation confirmation) {
        return earnest.ofContract(contract.number()).stream()
                .filter(e -> e.payer() == confirmation.payer())
                .map(EarnestView::of)
                .toList();
    }

    private static @Nullable ZonedDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(BusinessTime.ZONE);
    }
}
