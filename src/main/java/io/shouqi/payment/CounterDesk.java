package io.shouqi.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.ChannelFees;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes cash, card slips and transfers at the counter; each is posted at once. */
@Service
@Transactional
class CounterDesk {

    private static final int MISTYPED = 10;

    private final CollectionDesk collection;
    private final Contracts contracts;
    private final Receipts receipts;
    private final EarnestDesk earnests;
    private final SuspenseDesk suspense;
    private final ReceiptBook book;
    private final ChannelFees fees;
    private final BusinessNumbers numbers;
    private final Clock clock;

    CounterDesk(
            CollectionDesk collection,
            Contracts contracts,
            Receipts receipts,
            EarnestDesk earnests,
            SuspenseDesk suspense,
            ReceiptBook book,
            ChannelFees fees,
            BusinessNumbers numbers,
            Clock clock) {
        this.collection = collection;
        this.contracts = contracts;
        this.receipts = receipts;
        this.earnests = earnests;
        this.suspense = suspense;
        this.book = book;
        this.fees = fees;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Posts money to receivables of one contract; what they do not take becomes the customer's credit. Money that is
     * in the bank already but that nobody owes goes to suspense; cash nobody owes is handed back.
     *
     * @return the receipt's number
     * @throws Refusal 409 before the fee list is confirmed, and for a slip that was entered before
     */
    String take(List<String> receivables, Slip slip, Money amount, Actor actor) {
        var locked = collection.lock(receivables);
        var contract = contracts.byNumber(locked.get(0).contractNo());
        if (!contract.status().collects()) {
            throw Refusal.conflict("payment.notCollecting", contract.number());
        }
        if (locked.stream().anyMatch(r -> !r.contractNo().equals(contract.number()))) {
            throw Refusal.invalid("receivables", "payment.oneContract");
        }
        refuseMistyped(amount, locked);
        var nothingOwed = locked.stream().allMatch(r -> r.outstanding().isZero());
        if (nothingOwed && slip.channel() == Channel.CASH) {
            throw Refusal.conflict("payment.nothingOwed");
        }
        var payer = locked.get(0).payerName();
        if (nothingOwed) {
            var receipt = add(contract, slip, amount, Receipt.Kind.SUSPENSE, payer, actor);
            suspense.open(receipt, SuspenseReason.DUPLICATE);
            return receipt.number();
        }
        var receipt = add(contract, slip, amount, Receipt.Kind.BROKERAGE, payer, actor);
        book.record(receipt, contract.number(), collection.allocate(locked, receipt.amount()));
        return receipt.number();
    }

    /** Overpaying is the customer's right; ten times what was ever owed is a slip of the finger. */
    private static void refuseMistyped(Money amount, List<Receivable> locked) {
        var asked = Money.sum(locked.stream().map(Receivable::amount).toList());
        if (amount.fen() / MISTYPED > asked.fen()) {
            throw Refusal.invalid("amount", "payment.amount.mistyped", asked.yuan());
        }
    }

    /**
     * Takes a deposit in trust, before or after the fee list.
     *
     * @return the deposit's number
     */
    String takeEarnest(Contract contract, PartyRole payer, Slip slip, Money amount, Actor actor) {
        var earnest = earnests.ask(contract, payer, amount);
        var receipt = add(contract, slip, amount, Receipt.Kind.EARNEST, earnest.payerName(), actor);
        earnests.received(earnest.number(), receipt);
        return earnest.number();
    }

    /** A slip counts once, unless its receipt was reversed because it was typed wrongly: then it is entered anew. */
    private Receipt add(Contract contract, Slip slip, Money amount, Receipt.Kind kind, String payer, Actor actor) {
        var number = numbers.next("SK");
        var transaction = Objects.requireNonNullElse(slip.transactionId(), number);
        for (var edition = 1; ; edition++) {
            var named = edition == 1 ? transaction : transaction + "/" + edition;
            var receipt = receipt(number, named, contract, slip, amount, kind, payer, actor);
            if (receipts.add(receipt)) {
                return receipt;
            }
            var known = receipts.find(receipt.channel(), receipt.merchantId(), named)
                    .orElseThrow();
            if (receipts.reversal(known.number()).isEmpty()) {
                throw Refusal.conflict("payment.slip.known", known.number());
            }
        }
    }

    private Receipt receipt(
            String number,
            String transaction,
            Contract contract,
            Slip slip,
            Money amount,
            Receipt.Kind kind,
            String payer,
            Actor actor) {
        return new Receipt(
                UuidCreator.getTimeOrderedEpoch(),
                number,
                contract.company(),
                contract.storeCode(),
                contract.number(),
                null,
                slip.channel(),
                Objects.requireNonNullElse(slip.merchantId(), contract.company()),
                transaction,
                kind,
                amount,
                fees.fee(contract.company(), slip.feeKind(), amount, slip.day()),
                payer,
                clock.instant(),
                slip.day(),
                actor.id(),
                actor.name(),
                slip.note());
    }
}
