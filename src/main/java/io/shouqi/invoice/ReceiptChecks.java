package io.shouqi.invoice;

import io.shouqi.audit.SealProofs;
import io.shouqi.audit.SealProofs.SealProof;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.shared.BusinessTime;
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
    private final SealProofs seals;

    ReceiptChecks(ReceiptProofs proofs, Receipts receipts, Stores stores, SealProofs seals) {
        this.proofs = proofs;
        this.receipts = receipts;
        this.stores = stores;
        this.seals = seals;
    }

    /**
     * What may be compared with the paper.
     *
     * @param payer the first character of the name; null where it is not known
     * @param store null where the money came to the company itself
     * @param reversedOn the day it was taken back; null while it counts
     * @param seal its place in the chain of facts, checked just now; null while it waits for its seal
     */
    record Check(
            String number,
            LocalDate day,
            Money amount,
            @Nullable String payer,
            String payee,
            @Nullable String store,
            Receipt.Kind kind,
            @Nullable LocalDate reversedOn,
            @Nullable SealProof seal) {

        /** Somebody changed it after it was sealed: then the paper says more than this page. */
        public boolean broken() {
            return seal != null && !seal.holds();
        }
    }

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
                receipt.kind(),
                receipts.reversal(receipt.number())
                        .map(reversal -> BusinessTime.dayOf(reversal.at()))
                        .orElse(null),
                seals.of(Receipts.SEALED_AS, receipt.number()).orElse(null));
    }

    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isBlank() ? null : Character.toString(name.codePointAt(0)) + "**";
    }
}
