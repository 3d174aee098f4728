package io.shouqi.invoice;

import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers whether a paper that somebody holds in hand is a receipt of ours. */
@Service
class ReceiptChecks {

    private final ReceiptProofs proofs;
    private final Receipts receipts;
    private final Stores stores;

    ReceiptChecks(ReceiptProofs proofs, Receipts receipts, Stores stores) {
        this.proofs = proofs;
        this.receipts = receipts;
        this.stores = stores;
    }

    /**
     * What may be compared with the paper.
     *
     * @param payer the first character of the name; null where it is not known
     * @param store null where the money came to the company itself
     */
    record Check(
            String number,
            LocalDate day,
            Money amount,
            @Nullable String payer,
            String payee,
            @Nullable String store,
            Receipt.Kind kind) {}

    /** @throws Refusal 404 where no receipt has this token */
    Check of(String token) {
        var receipt = proofs.receiptNo(token)
                .flatMap(receipts::find)
                .orElseThrow(() -> Refusal.unknown("receipt.check.unknown"));
        return new Check(
                receipt.number(),
                receipt.day(),
                receipt.amount(),
                masked(receipt.payerName()),
                proofs.of(receipt.number()).payee(),
                stores.find(receipt.company(), receipt.storeCode())
                        .map(Store::name)
                        .orElse(null),
                receipt.kind());
    }

    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isBlank() ? null : Character.toString(name.codePointAt(0)) + "**";
    }
}
