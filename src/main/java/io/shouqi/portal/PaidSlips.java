package io.shouqi.portal;

import io.shouqi.adjustment.Adjustments;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receipts with the words for what they paid. */
@Component
@Transactional(readOnly = true)
public class PaidSlips {

    private final Receipts receipts;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final Adjustments adjustments;

    PaidSlips(Receipts receipts, Contracts contracts, CollectionDesk collection, Adjustments adjustments) {
        this.receipts = receipts;
        this.contracts = contracts;
        this.collection = collection;
        this.adjustments = adjustments;
    }

    /** @throws io.shouqi.shared.Refusal 404 outside of the actor's stores */
    public PaidSlip visibleTo(Actor actor, String number) {
        return of(receipts.visibleTo(actor, number));
    }

    /** For links that prove themselves: the caller has checked whose receipt it is. */
    public PaidSlip of(Receipt receipt) {
        var view = receipts.view(receipt);
        var contractNo = receipt.contractNo();
        if (contractNo == null) {
            return new PaidSlip(view, "", List.of(), Money.ZERO, false);
        }
        var contract = contracts.byNumber(contractNo);
        var names = FeeNames.of(
                contracts.feeList(contractNo).lines().stream().map(LineView::of).toList(),
                adjustments.done(contractNo));
        var codes = collection.ofContract(contractNo).stream()
                .collect(Collectors.toMap(Receivable::number, Receivable::feeCodes));
        var parts = view.allocations().stream()
                .map(a -> new PaidSlip.Part(
                        a.receivableNo(), names.of(codes.getOrDefault(a.receivableNo(), List.of())), a.amount()))
                .toList();
        var used = Money.sum(parts.stream().map(PaidSlip.Part::amount).toList());
        var rest = receipt.kind() == Receipt.Kind.BROKERAGE ? receipt.amount().minus(used) : Money.ZERO;
        return new PaidSlip(view, contract.address(), parts, rest, false);
    }
}
