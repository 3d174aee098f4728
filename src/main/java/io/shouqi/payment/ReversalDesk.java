package io.shouqi.payment;

import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.ledger.Journal;
import io.shouqi.outbox.Outbox;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a receipt of the counter that was entered wrongly, by entries the other way round: allocations, credit and
 * voucher, all in one transaction. The receipt stays; it says that it was reversed.
 */
@Service
@Transactional
public class ReversalDesk {

    private final Receipts receipts;
    private final Reversals reversals;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final CustomerCredit credit;
    private final Journal journal;
    private final Outbox outbox;
    private final IdempotentCalls calls;
    private final BusinessNumbers numbers;
    private final Clock clock;
    private final ReversalRule rule;

    ReversalDesk(
            Receipts receipts,
            Reversals reversals,
            Contracts contracts,
            CollectionDesk collection,
            CustomerCredit credit,
            Journal journal,
            Outbox outbox,
            IdempotentCalls calls,
            BusinessNumbers numbers,
            Clock clock,
            @Value("${shouqi.reversal.alone:30m}") Duration alone) {
        this.receipts = receipts;
        this.reversals = reversals;
        this.contracts = contracts;
        this.collection = collection;
        this.credit = credit;
        this.journal = journal;
        this.outbox = outbox;
        this.calls = calls;
        this.numbers = numbers;
        this.clock = clock;
        this.rule = new ReversalRule(alone);
    }

    private record Done(String number) {}

    /**
     * Why this person cannot take the receipt back now, as far as it can be said beforehand.
     *
     * @return empty where it can be tried
     */
    public Optional<Refusal> objection(Receipt receipt, Actor actor) {
        if (reversals.of(receipt.number()).isPresent()) {
            return Optional.of(Refusal.conflict("reversal.done", receipt.number()));
        }
        return rule.objection(receipt, actor, clock.instant()).or(() -> contractObjection(receipt));
    }

    private Optional<Refusal> contractObjection(Receipt receipt) {
        var status =
                contracts.byNumber(Objects.requireNonNull(receipt.contractNo())).status();
        return status == ContractStatus.COLLECTING
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        status == ContractStatus.CANCELLED ? "reversal.cancelled" : "reversal.settled",
                        receipt.contractNo()));
    }

    /**
     * Takes the receipt back.
     *
     * @param call makes repetition safe
     * @return the receipt as it stands now
     * @throws Refusal 404 outside of the actor's stores; 403 for who may not; 409 where it is too late
     */
    public ReceiptView reverse(String receiptNo, @Nullable String reason, Actor actor, Call call) {
        receipts.visibleTo(actor, receiptNo);
        var checks = new Checks();
        var why = checks.required("reason", reason, 200);
        checks.refuse();
        calls.once(call, Done.class, () -> new Done(reverse(receiptNo, Objects.requireNonNull(why), actor)));
        return receipts.view(receipts.visibleTo(actor, receiptNo));
    }

    /** The contract is locked first, so that it is not settled meanwhile; then the receivables, as everywhere. */
    private String reverse(String receiptNo, String reason, Actor actor) {
        var receipt = receipts.visibleTo(actor, receiptNo);
        var contractNo = receipt.contractNo();
        if (contractNo != null) {
            contracts.lock(contractNo);
        }
        objection(receipt, actor).ifPresent(no -> {
            throw no;
        });
        var reversal = add(receipt, reason, actor);
        var paid = receipts.stillPaid(receiptNo).stream()
                .collect(Collectors.toMap(Receipts.Allocated::receivableNo, Receipts.Allocated::amount));
        var parts = collection.takeBack(collection.lock(paid.keySet()), paid);
        var rest = receipt.amount().minus(Money.sum(paid.values()));
        takeCredit(receipt, rest, reversal.reversalNo());
        receipts.takenBack(receiptNo, reversal.reversalNo(), parts);
        journal.post(ReceiptVoucher.reversed(receipt, reversal.reversalNo(), parts, rest, BusinessTime.today(clock)));
        outbox.publish(new PaymentReversed(
                receipt.company(),
                receipt.storeCode(),
                Objects.requireNonNull(contractNo),
                receiptNo,
                reversal.reversalNo(),
                receipt.amount()));
        return reversal.reversalNo();
    }

    private Reversal add(Receipt receipt, String reason, Actor actor) {
        var reversal = new Reversal(
                numbers.next("CX"),
                receipt.number(),
                receipt.company(),
                receipt.storeCode(),
                receipt.amount(),
                reason,
                clock.instant(),
                actor.id(),
                actor.name());
        if (!reversals.add(reversal)) {
            throw Refusal.conflict("reversal.done", receipt.number());
        }
        return reversal;
    }

    /** What was overpaid became the customer's credit; once that is used, the money cannot be taken back here. */
    private void takeCredit(Receipt receipt, Money rest, String reversalNo) {
        var contractNo = Objects.requireNonNull(receipt.contractNo());
        if (rest.compareTo(credit.of(contractNo)) > 0) {
            throw Refusal.conflict("reversal.creditUsed", contractNo);
        }
        credit.add(receipt.company(), receipt.storeCode(), contractNo, rest.negated(), reversalNo);
    }
}
