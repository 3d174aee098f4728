package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Party;
import io.shouqi.identity.Actor;
import io.shouqi.ledger.Account;
import io.shouqi.ledger.Entry;
import io.shouqi.ledger.Journal;
import io.shouqi.ledger.Voucher;
import io.shouqi.outbox.Outbox;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes earnest money in trust, and lets it go: against fees, over to the other side, or back. */
@Service
@Transactional
public class EarnestDesk {

    /** Civil Code article 586. */
    private static final BigDecimal MOST_OF_PRICE = new BigDecimal("0.20");

    private final Earnests earnests;
    private final Movements movements;
    private final Receipts receipts;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final Journal journal;
    private final Outbox outbox;
    private final BusinessNumbers numbers;
    private final Clock clock;

    EarnestDesk(
            Earnests earnests,
            Movements movements,
            Receipts receipts,
            Contracts contracts,
            CollectionDesk collection,
            Journal journal,
            Outbox outbox,
            BusinessNumbers numbers,
            Clock clock) {
        this.earnests = earnests;
        this.movements = movements;
        this.receipts = receipts;
        this.contracts = contracts;
        this.collection = collection;
        this.journal = journal;
        this.outbox = outbox;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Asks for a deposit; it may precede the fee list.
     *
     * @throws Refusal above 20 percent of the price
     */
    Earnest ask(Contract known, PartyRole payer, Money amount) {
        var contract = contracts.byNumber(known.number());
        if (contract.status().ended()) {
            throw Refusal.conflict("contract.ended", contract.number());
        }
        if (payer != PartyRole.BUYER && payer != PartyRole.TENANT) {
            throw Refusal.invalid("party", "earnest.payer");
        }
        var name = contract.party(payer)
                .map(Party::name)
                .orElseThrow(() -> Refusal.invalid("party", "earnest.party", payer.name()));
        var price = contract.price();
        if (price != null) {
            var limit = price.times(MOST_OF_PRICE);
            var already = Money.sum(earnests.findByContractNoOrderByNumber(contract.number()).stream()
                    .map(Earnest::held)
                    .toList());
            if (already.plus(amount).compareTo(limit) > 0) {
                throw Refusal.invalid("amount", "earnest.limit", limit.yuan());
            }
        }
        return earnests.save(new Earnest(numbers.next("DJ"), contract, payer, name, amount));
    }

    /** Money of a deposit arrived; the caller has stored the receipt. */
    void received(String number, Receipt receipt) {
        var earnest = lock(number);
        earnest.receive(receipt, receipt.channel() == Channel.CASH ? Account.CASH : Account.ESCROW_BANK);
        movements.add(number, Movements.Kind.TAKEN, receipt.amount(), receipt.number(), receipt.note(), null);
        journal.post(ReceiptVoucher.earnest(receipt));
    }

    /** Pays fees of the same payer with it; what is not needed stays held. */
    public void offset(Earnest known, Actor actor) {
        var earnest = lock(known.number());
        earnest.requireHeldForPayer();
        if (!contracts.byNumber(earnest.contractNo()).status().collects()) {
            throw Refusal.conflict("payment.notCollecting", earnest.contractNo());
        }
        var owed = collection.ofContract(earnest.contractNo()).stream()
                .filter(r -> r.payer() == earnest.payer() && r.outstanding().isPositive())
                .map(Receivable::number)
                .toList();
        if (owed.isEmpty()) {
            throw Refusal.conflict("payment.nothingOwed");
        }
        var allocation = collection.allocate(collection.lock(owed), earnest.held());
        var used = allocation.allocated();
        earnest.release(used);
        var receipt = receipts.find(Objects.requireNonNull(earnest.receiptNo())).orElseThrow();
        var movement = movements.add(earnest.number(), Movements.Kind.OFFSET, used, null, null, actor);
        receipts.allocated(receipt.number(), movement, allocation.parts());
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(Account.ENTRUSTED, used).of(earnest.owner()));
        entries.addAll(ReceiptVoucher.credits(allocation.parts()));
        if (earnest.place() == Account.ESCROW_BANK) {
            entries.add(Entry.debit(Account.BANK, used));
            entries.add(Entry.credit(Account.ESCROW_BANK, used));
        }
        post(earnest, Voucher.Event.ENTRUSTED_OFFSET, movement, "定金抵佣金 " + earnest.payerName(), entries);
        outbox.publish(PaymentReceived.of(receipt, earnest.contractNo(), movement, allocation));
    }

    /** Paid over to whom it is meant for; the note says how, such as the bank's reference. */
    public void payOver(Earnest known, Money amount, String to, String note, Actor actor) {
        leave(known, amount, Movements.Kind.PAID_OVER, Voucher.Event.ENTRUSTED_PAID_OVER, "代付 " + to, note, actor);
    }

    /** Given back to who paid it. */
    public void giveBack(Earnest known, Money amount, String note, Actor actor) {
        lock(known.number()).requireHeldForPayer();
        leave(
                known,
                amount,
                Movements.Kind.RETURNED,
                Voucher.Event.ENTRUSTED_RETURNED,
                "退还定金 " + known.payerName(),
                note,
                actor);
    }

    /** The payer broke the deal: the deposit now belongs to the other side, and is paid over to it afterwards. */
    public void forfeit(Earnest known, PartyRole to, String reason, Actor actor) {
        var earnest = lock(known.number());
        if (to == earnest.payer()) {
            throw Refusal.invalid("party", "earnest.forfeit.party");
        }
        var owner = contracts
                .byNumber(earnest.contractNo())
                .party(to)
                .map(Party::name)
                .orElseThrow(() -> Refusal.invalid("party", "earnest.party", to.name()));
        requireOtherEyes(earnest, actor);
        var before = earnest.owner();
        earnest.forfeit(owner);
        var movement = movements.add(earnest.number(), Movements.Kind.FORFEITED, earnest.held(), null, reason, actor);
        post(
                earnest,
                Voucher.Event.ENTRUSTED_OFFSET,
                movement,
                "定金没收归 " + owner,
                List.of(
                        Entry.debit(Account.ENTRUSTED, earnest.held()).of(before),
                        Entry.credit(Account.ENTRUSTED, earnest.held()).of(owner)));
    }

    private void leave(
            Earnest known,
            Money amount,
            Movements.Kind kind,
            Voucher.Event event,
            String summary,
            String note,
            Actor actor) {
        var earnest = lock(known.number());
        requireOtherEyes(earnest, actor);
        earnest.release(amount);
        var movement = movements.add(earnest.number(), kind, amount, null, note, actor);
        post(
                earnest,
                event,
                movement,
                summary,
                List.of(
                        Entry.debit(Account.ENTRUSTED, amount).of(earnest.owner()),
                        Entry.credit(earnest.place(), amount)));
    }

    private void requireOtherEyes(Earnest earnest, Actor actor) {
        var receiptNo = earnest.receiptNo();
        if (receiptNo != null) {
            actor.requireOtherEyesThan(receipts.find(receiptNo).orElseThrow().collectedBy(), "earnest.fourEyes");
        }
    }

    public List<Earnest> ofContract(String contractNo) {
        return earnests.findByContractNoOrderByNumber(contractNo);
    }

    /** @throws Refusal 404 outside of the actor's stores */
    public Earnest visibleTo(Actor actor, String number) {
        var earnest = earnests.findByNumber(number).orElseThrow(() -> Refusal.unknown("earnest.unknown", number));
        actor.requireStore(earnest.company(), earnest.storeCode(), "earnest.unknown", number);
        return earnest;
    }

    String payerName(String number) {
        return earnests.findByNumber(number).map(Earnest::payerName).orElse("");
    }

    private Earnest lock(String number) {
        return earnests.lock(number).orElseThrow(() -> Refusal.unknown("earnest.unknown", number));
    }

    private void post(
            Earnest earnest, Voucher.Event event, String source, @Nullable String summary, List<Entry> entries) {
        journal.post(new Voucher(
                earnest.company(),
                earnest.storeCode(),
                BusinessTime.today(clock),
                event,
                source,
                earnest.contractNo(),
                Objects.requireNonNullElse(summary, ""),
                entries));
    }
}
