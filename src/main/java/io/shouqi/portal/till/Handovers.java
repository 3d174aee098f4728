package io.shouqi.portal.till;

import io.shouqi.contract.Confirmation;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.identity.Actor;
import io.shouqi.invoice.ReceiptDocuments;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.portal.PaidSlip;
import io.shouqi.portal.PaidSlips;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.Money;
import io.shouqi.shared.QrCode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares what happens at the counter once the money is in: paper, phone, the next part, undo. */
@Component
@Transactional(readOnly = true)
class Handovers {

    private final Receipts receipts;
    private final PaidSlips slips;
    private final ReversalDesk reversals;
    private final ReceiptDocuments documents;
    private final Contracts contracts;
    private final CustomerLinks links;
    private final CollectionDesk collection;
    private final Clock clock;
    private final URI publicUrl;

    Handovers(
            Receipts receipts,
            PaidSlips slips,
            ReversalDesk reversals,
            ReceiptDocuments documents,
            Contracts contracts,
            CustomerLinks links,
            CollectionDesk collection,
            Clock clock,
            @Value("${shouqi.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.receipts = receipts;
        this.slips = slips;
        this.reversals = reversals;
        this.documents = documents;
        this.contracts = contracts;
        this.links = links;
        this.collection = collection;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @throws io.shouqi.shared.Refusal 404 outside of the actor's stores */
    Handover of(Actor actor, String number, @Nullable String given) {
        var receipt = receipts.visibleTo(actor, number);
        var slip = slips.visibleTo(actor, number);
        var own = ownPage(receipt, slip);
        var link = own.orElseGet(() -> documents.check(number)).toString();
        return new Handover(
                slip,
                change(receipt, given),
                remaining(receipt),
                link,
                QrCode.of(link),
                own.isPresent(),
                reversals.objection(receipt, actor).isEmpty(),
                UUID.randomUUID().toString());
    }

    private static @Nullable Money change(Receipt receipt, @Nullable String given) {
        return Handover.yuan(given)
                .map(money -> money.minus(receipt.amount()))
                .filter(Money::isPositive)
                .orElse(null);
    }

    private Money remaining(Receipt receipt) {
        var contractNo = receipt.contractNo();
        if (contractNo == null || !contracts.byNumber(contractNo).status().collects()) {
            return Money.ZERO;
        }
        return Money.sum(collection.ofContract(contractNo).stream()
                .map(Receivable::outstanding)
                .toList());
    }

    /** The payer's own page, where the receipt is that payer's alone and the link still counts. */
    private Optional<URI> ownPage(Receipt receipt, PaidSlip slip) {
        var contractNo = receipt.contractNo();
        if (contractNo == null) {
            return Optional.empty();
        }
        var paid = slip.parts().stream().map(PaidSlip.Part::receivableNo).collect(Collectors.toSet());
        var payers = collection.ofContract(contractNo).stream()
                .filter(r -> paid.contains(r.number()))
                .map(Receivable::payer)
                .distinct()
                .toList();
        return payers.size() == 1
                ? contracts.feeList(contractNo).confirmations().stream()
                        .filter(c -> payers.equals(List.of(c.payer())) && !c.expired(clock.instant()))
                        .findFirst()
                        .map(this::page)
                : Optional.empty();
    }

    private URI page(Confirmation confirmation) {
        return publicUrl.resolve("/c/" + links.token(confirmation));
    }
}
