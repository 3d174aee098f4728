package io.shouqi.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.Notice;
import io.shouqi.channel.PaidTransaction;
import io.shouqi.contract.Contracts;
import io.shouqi.pricing.ChannelFees;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts what the online channels say was paid: inbox, order, receipt, allocation, journal and outbox in one
 * transaction. Locks are taken in one order everywhere: the order, then its receivables by number.
 */
@Service
@Transactional
class PostingDesk {

    private final Inbox inbox;
    private final PaymentOrders orders;
    private final MerchantAccounts accounts;
    private final Receipts receipts;
    private final CollectionDesk collection;
    private final Contracts contracts;
    private final EarnestDesk earnest;
    private final SuspenseDesk suspense;
    private final ReceiptBook book;
    private final ChannelFees fees;
    private final BusinessNumbers numbers;

    PostingDesk(
            Inbox inbox,
            PaymentOrders orders,
            MerchantAccounts accounts,
            Receipts receipts,
            CollectionDesk collection,
            Contracts contracts,
            EarnestDesk earnest,
            SuspenseDesk suspense,
            ReceiptBook book,
            ChannelFees fees,
            BusinessNumbers numbers) {
        this.inbox = inbox;
        this.orders = orders;
        this.accounts = accounts;
        this.receipts = receipts;
        this.collection = collection;
        this.contracts = contracts;
        this.earnest = earnest;
        this.suspense = suspense;
        this.book = book;
        this.fees = fees;
        this.numbers = numbers;
    }

    /** A notification: dealt with once by its id. */
    void post(Notice.Payment notice) {
        if (inbox.take(notice)) {
            post(notice.merchantAccountId(), notice.transaction());
        }
    }

    /** A transaction, told by a notification or found by asking: posted once by its number at the channel. */
    void post(UUID accountId, PaidTransaction transaction) {
        var arrival = new Arrival(accounts.byId(accountId), transaction);
        var order = orders.lock(transaction.orderNo()).orElse(null);
        var objection = arrival.objection(order);
        if (objection.isEmpty()) {
            settle(arrival, Objects.requireNonNull(order));
            return;
        }
        suspend(arrival, order, objection.get());
        if (order != null) {
            // paid otherwise than asked: the code is used up, the order will never be paid as it stands
            order.closed();
        }
    }

    private void settle(Arrival arrival, PaymentOrder order) {
        if (order.purpose() == PaymentOrder.Purpose.EARNEST) {
            var receipt = receipt(arrival, order, Receipt.Kind.EARNEST);
            if (receipts.add(receipt)) {
                order.paid();
                earnest.received(order.targets().get(0), receipt);
            }
            return;
        }
        var locked = collection.lock(order.targets());
        if (locked.stream().allMatch(r -> r.outstanding().isZero())) {
            suspend(arrival, order, reasonNothingIsOwed(order));
            order.paid();
            return;
        }
        var receipt = receipt(arrival, order, Receipt.Kind.BROKERAGE);
        if (!receipts.add(receipt)) {
            return;
        }
        order.paid();
        book.record(receipt, order.contractNo(), collection.allocate(locked, receipt.amount()));
    }

    private SuspenseReason reasonNothingIsOwed(PaymentOrder order) {
        return contracts.byNumber(order.contractNo()).status().ended()
                ? SuspenseReason.CONTRACT_ENDED
                : SuspenseReason.DUPLICATE;
    }

    private void suspend(Arrival arrival, @Nullable PaymentOrder order, SuspenseReason reason) {
        var receipt = receipt(arrival, order, Receipt.Kind.SUSPENSE);
        if (receipts.add(receipt)) {
            suspense.open(receipt, reason);
        }
    }

    private Receipt receipt(Arrival arrival, @Nullable PaymentOrder order, Receipt.Kind kind) {
        var account = arrival.account();
        var transaction = arrival.transaction();
        var day = BusinessTime.dayOf(transaction.paidAt());
        var store = order != null ? order.storeCode() : account.storeCode();
        return new Receipt(
                UuidCreator.getTimeOrderedEpoch(),
                numbers.next("SK"),
                account.company(),
                store == null ? account.company() : store,
                order == null ? null : order.contractNo(),
                order == null ? null : order.number(),
                account.channel(),
                account.merchantId(),
                transaction.transactionId(),
                kind,
                transaction.amount(),
                fees.fee(account.company(), account.channel().name(), transaction.amount(), day),
                order == null ? null : payerName(order),
                transaction.paidAt(),
                day,
                order == null ? null : order.createdBy(),
                order == null ? null : order.createdByName(),
                null);
    }

    private @Nullable String payerName(PaymentOrder order) {
        return order.purpose() == PaymentOrder.Purpose.EARNEST
                ? earnest.payerName(order.targets().get(0))
                : collection.payerName(order.targets().get(0));
    }
}
