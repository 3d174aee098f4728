package io.shouqi.payment;

import io.shouqi.identity.Actor;
import io.shouqi.ledger.Account;
import io.shouqi.ledger.Entry;
import io.shouqi.ledger.Journal;
import io.shouqi.ledger.Voucher;
import io.shouqi.outbox.Outbox;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps money that nobody could place, until a person places it. */
@Service
@Transactional
class SuspenseDesk {

    private final SuspenseItems items;
    private final Receipts receipts;
    private final CollectionDesk collection;
    private final CustomerCredit credit;
    private final Journal journal;
    private final Outbox outbox;
    private final BusinessNumbers numbers;
    private final Clock clock;

    SuspenseDesk(
            SuspenseItems items,
            Receipts receipts,
            CollectionDesk collection,
            CustomerCredit credit,
            Journal journal,
            Outbox outbox,
            BusinessNumbers numbers,
            Clock clock) {
        this.items = items;
        this.receipts = receipts;
        this.collection = collection;
        this.credit = credit;
        this.journal = journal;
        this.outbox = outbox;
        this.numbers = numbers;
        this.clock = clock;
    }

    void open(Receipt receipt, SuspenseReason reason) {
        var item = items.save(new Suspense(numbers.next("DC"), receipt, reason));
        journal.post(ReceiptVoucher.suspended(receipt));
        outbox.publish(new SuspenseOpened(item.company(), item.number()));
    }

    Suspense byNumber(String number) {
        return items.findByNumber(number).orElseThrow(() -> Refusal.unknown("request.unknown"));
    }

    /** The money belongs to this receivable; what it does not take becomes the customer's credit. */
    void allocate(String number, String receivableNo, @Nullable String note, Actor actor) {
        var item = lock(number);
        var receivable = collection.visibleTo(actor, receivableNo);
        var locked = collection.lock(List.of(receivable.number()));
        var allocation = collection.allocate(locked, item.amount());
        if (allocation.parts().isEmpty()) {
            throw Refusal.invalid("receivableNo", "suspense.nothingOwed", receivableNo);
        }
        item.resolve(Suspense.Action.ALLOCATE, note, actor, clock.instant());
        var receipt = receipts.find(item.receiptNo()).orElseThrow();
        var contractNo = receivable.contractNo();
        receipts.allocated(receipt.number(), number, allocation.parts());
        credit.add(item.company(), receivable.storeCode(), contractNo, allocation.rest(), number);
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(Account.SUSPENSE, item.amount()));
        entries.addAll(ReceiptVoucher.credits(allocation.parts()));
        entries.add(Entry.credit(Account.CUSTOMER_CREDIT, allocation.rest()));
        post(item, Voucher.Event.SUSPENSE_ALLOCATED, contractNo, "待查款项转入 " + receivableNo, entries);
        outbox.publish(PaymentReceived.of(receipt, contractNo, number, allocation));
    }

    /** The money stays with the customer of its contract as a credit. */
    void keep(String number, @Nullable String note, Actor actor) {
        var item = lock(number);
        var contractNo = item.contractNo();
        if (contractNo == null) {
            throw Refusal.invalid("action", "suspense.noContract");
        }
        item.resolve(Suspense.Action.KEEP, note, actor, clock.instant());
        credit.add(item.company(), item.storeCode(), contractNo, item.amount(), number);
        post(
                item,
                Voucher.Event.SUSPENSE_TO_CREDIT,
                contractNo,
                "待查款项转客户余款",
                List.of(
                        Entry.debit(Account.SUSPENSE, item.amount()),
                        Entry.credit(Account.CUSTOMER_CREDIT, item.amount())));
    }

    /**
     * Finance has sent the money back by transfer.
     *
     * The note says how, such as the bank's reference
     */
    void giveBack(String number, String note, Actor actor) {
        var item = lock(number);
        actor.requireOtherEyesThan(receipts.find(item.receiptNo()).orElseThrow().collectedBy(), "suspense.fourEyes");
        item.resolve(Suspense.Action.RETURN, note, actor, clock.instant());
        post(
                item,
                Voucher.Event.SUSPENSE_RETURNED,
                item.contractNo(),
                "退回待查款项 " + note,
                List.of(Entry.debit(Account.SUSPENSE, item.amount()), Entry.credit(Account.BANK, item.amount())));
    }

    private Suspense lock(String number) {
        var item = items.lock(number).orElseThrow(() -> Refusal.unknown("request.unknown"));
        if (!item.open()) {
            throw Refusal.conflict("suspense.resolved", number);
        }
        return item;
    }

    private void post(
            Suspense item, Voucher.Event event, @Nullable String contractNo, String summary, List<Entry> entries) {
        journal.post(new Voucher(
                item.company(),
                item.storeCode(),
                BusinessTime.today(clock),
                event,
                Objects.requireNonNull(item.number()),
                contractNo,
                summary,
                entries));
    }
}
