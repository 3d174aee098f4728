package io.shouqi.portal.till;

import io.shouqi.audit.SealProofs;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.ledger.TrialBalance;
import io.shouqi.payment.Receipt;
import io.shouqi.payment.Receipts;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.portal.PaidSlips;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together everything about one receipt: the paper, where its money went, the books, the chain. */
@Component
@Transactional(readOnly = true)
class ReceiptSheets {

    /** Who reads the books; for the others a receipt is a paper. */
    private static final Set<Role> READ_BOOKS =
            Set.of(Role.STORE_MANAGER, Role.AREA_MANAGER, Role.DIRECTOR, Role.FINANCE, Role.AUDITOR);

    private static final Set<Role> REVERSE = Set.of(Role.CLERK, Role.CASHIER, Role.STORE_MANAGER);

    private final Receipts receipts;
    private final PaidSlips slips;
    private final ReversalDesk reversals;
    private final TrialBalance books;
    private final SealProofs seals;
    private final Stores stores;
    private final MessageSource messages;

    ReceiptSheets(
            Receipts receipts,
            PaidSlips slips,
            ReversalDesk reversals,
            TrialBalance books,
            SealProofs seals,
            Stores stores,
            MessageSource messages) {
        this.receipts = receipts;
        this.slips = slips;
        this.reversals = reversals;
        this.books = books;
        this.seals = seals;
        this.stores = stores;
        this.messages = messages;
    }

    /** @throws Refusal 404 outside of the actor's stores */
    ReceiptSheet of(Actor actor, String number, Locale locale) {
        var receipt = receipts.visibleTo(actor, number);
        var mayReverse = REVERSE.stream().anyMatch(actor::is);
        var objection = mayReverse ? reversals.objection(receipt, actor) : null;
        return new ReceiptSheet(
                slips.visibleTo(actor, number),
                store(receipt),
                receipt.day(),
                receipt.note(),
                receipt.fee(),
                seals.of(Receipts.SEALED_AS, number).orElse(null),
                vouchers(actor, receipt),
                objection != null && objection.isEmpty(),
                objection == null ? null : objection.map(no -> text(no, locale)).orElse(null),
                UUID.randomUUID().toString());
    }

    private String store(Receipt receipt) {
        return stores.find(receipt.company(), receipt.storeCode())
                .map(Store::name)
                .orElse(receipt.storeCode());
    }

    private List<ReceiptSheet.Entries> vouchers(Actor actor, Receipt receipt) {
        if (READ_BOOKS.stream().noneMatch(actor::is)) {
            return List.of();
        }
        return ReceiptSheet.Entries.of(books.madeBy(receipt.company(), receipts.documents(receipt.number())));
    }

    private @Nullable String text(Refusal refusal, Locale locale) {
        return messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
    }
}
