package io.shouqi.invoice;

import io.shouqi.channel.Channel;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.FeeListLine;
import io.shouqi.contract.Party;
import io.shouqi.identity.Stores;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.payment.Reversal;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts on paper. They are Chinese, whoever asks for them. */
@Service
@Transactional(readOnly = true)
public class ReceiptDocuments {

    private final Receipts receipts;
    private final ReceiptProofs proofs;
    private final Contracts contracts;
    private final FeeListDesk feeLists;
    private final CollectionDesk collection;
    private final Stores stores;
    private final ReceiptPrinter printer;
    private final MessageSource messages;
    private final URI publicUrl;

    ReceiptDocuments(
            Receipts receipts,
            ReceiptProofs proofs,
            Contracts contracts,
            FeeListDesk feeLists,
            CollectionDesk collection,
            Stores stores,
            ReceiptPrinter printer,
            MessageSource messages,
            @Value("${shouqi.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.receipts = receipts;
        this.proofs = proofs;
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.collection = collection;
        this.stores = stores;
        this.printer = printer;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** @return the same bytes each time; the receipt does not change, and its paper only where it is reversed */
    public byte[] pdf(Receipt receipt) {
        return printer.print(sheet(receipt));
    }

    /**
     * A receipt of the payer whose link this is.
     *
     * @throws Refusal 404 for anybody else's, even of the same contract; 409 where the link has expired
     */
    public byte[] pdfForCustomer(String link, String receiptNo) {
        var view = feeLists.forCustomer(link);
        if (view.expired()) {
            throw Refusal.conflict("link.expired");
        }
        return receipts.find(receiptNo)
                .filter(receipt -> view.contract().number().equals(receipt.contractNo()))
                .filter(receipt -> isOfPayerAlone(receipt, view))
                .map(this::pdf)
                .orElseThrow(() -> Refusal.unknown("receipt.unknown", receiptNo));
    }

    /** Both sides may bear the same name, so what was paid says whose it is; earnest money has but the name. */
    private boolean isOfPayerAlone(Receipt receipt, FeeListDesk.CustomerView view) {
        var payer = view.confirmation().payer();
        var paid = receipts.allocations(receipt.number());
        if (paid.isEmpty()) {
            return view.contract()
                    .party(payer)
                    .map(Party::name)
                    .filter(name -> name.equals(receipt.payerName()))
                    .isPresent();
        }
        var own = collection.numbersOf(view.contract().number(), payer);
        return paid.stream().allMatch(part -> own.contains(part.receivableNo()));
    }

    /** Where anybody who has this address can look the receipt up. */
    public URI check(String receiptNo) {
        return publicUrl.resolve("/c/receipts/" + proofs.of(receiptNo).token());
    }

    private ReceiptSheet sheet(Receipt receipt) {
        var proof = proofs.of(receipt.number());
        var reversal = receipts.reversal(receipt.number());
        var claimless = receipt.kind() == Receipt.Kind.SUSPENSE;
        return new ReceiptSheet(
                receipt.id(),
                text("receipt.title." + receipt.kind()),
                receipt.number(),
                receipt.day(),
                receipt.receivedAt(),
                proof.payee(),
                store(receipt, proof.payee()),
                Objects.requireNonNullElse(receipt.payerName(), text("receipt.payer.unknown")),
                claimless ? null : receipt.contractNo(),
                lines(receipt),
                receipt.amount(),
                text("channel." + receipt.channel()),
                receipt.channel() == Channel.CASH ? null : receipt.transactionId(),
                Objects.requireNonNullElse(receipt.collectedByName(), text("receipt.collector.online")),
                text("receipt.stamp." + (reversal.isPresent() ? "REVERSED" : receipt.kind())),
                reversal.map(this::reversed).orElse(null),
                publicUrl.resolve("/c/receipts/" + proof.token()));
    }

    private String reversed(Reversal reversal) {
        return text(
                "receipt.reversed",
                BusinessTime.dayOf(reversal.at()).toString(),
                reversal.reversalNo(),
                reversal.reason());
    }

    /** Money that no store took belongs to the company itself. */
    private String store(Receipt receipt, String payee) {
        return stores.find(receipt.company(), receipt.storeCode())
                .map(store -> store.name() + " " + Objects.requireNonNullElse(store.phone(), ""))
                .orElse(payee)
                .strip();
    }

    private List<ReceiptSheet.Line> lines(Receipt receipt) {
        return switch (receipt.kind()) {
            case BROKERAGE -> paid(receipt);
            case EARNEST, SUSPENSE ->
                List.of(new ReceiptSheet.Line(text("receipt.line." + receipt.kind()), "", receipt.amount()));
        };
    }

    private List<ReceiptSheet.Line> paid(Receipt receipt) {
        var contractNo = Objects.requireNonNull(receipt.contractNo());
        var owed = collection.ofContract(contractNo);
        var fees = contracts.feeList(contractNo).lines();
        var amounts = new LinkedHashMap<String, Money>();
        receipts.allocations(receipt.number())
                .forEach(part -> amounts.merge(part.receivableNo(), part.amount(), Money::plus));
        var lines = new ArrayList<ReceiptSheet.Line>();
        for (var receivable : owed) {
            var amount = amounts.remove(receivable.number());
            if (amount != null) {
                lines.add(new ReceiptSheet.Line(reason(receivable, owed, fees), receivable.number(), amount));
            }
        }
        var rest = receipt.amount()
                .minus(Money.sum(lines.stream().map(ReceiptSheet.Line::amount).toList()));
        if (rest.isPositive()) {
            lines.add(new ReceiptSheet.Line(text("receipt.line.CREDIT"), "", rest));
        }
        return lines;
    }

    private String reason(Receivable receivable, List<Receivable> owed, List<FeeListLine> fees) {
        var names = fees.stream()
                .filter(fee -> fee.payer() == receivable.payer()
                        && receivable.feeCodes().contains(fee.code()))
                .map(FeeListLine::name)
                .distinct()
                .collect(Collectors.joining("、"));
        var instalments = owed.stream()
                .filter(other ->
                        other.payer() == receivable.payer() && other.feeCodes().equals(receivable.feeCodes()))
                .count();
        var which = instalments > 1 ? text("receipt.line.instalment", receivable.instalment(), instalments) : "";
        return names + (receivable.entrusted() ? text("receipt.line.entrusted") : "") + which;
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.CHINA);
    }
}
