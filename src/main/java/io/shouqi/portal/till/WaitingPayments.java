package io.shouqi.portal.till;

import io.shouqi.identity.Actor;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.PaymentOrder;
import io.shouqi.payment.PaymentView;
import io.shouqi.receivable.CollectionDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codes a person showed at the counter lately, and what became of each. */
@Component
@Transactional(readOnly = true)
class WaitingPayments {

    /** Twice as long as a code lives: what was paid in the last minute is still seen turning green. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final int MOST = 8;

    private final OrderDesk orders;
    private final Cashier cashier;
    private final CollectionDesk collection;
    private final Clock clock;

    WaitingPayments(OrderDesk orders, Cashier cashier, CollectionDesk collection, Clock clock) {
        this.orders = orders;
        this.cashier = cashier;
        this.collection = collection;
        this.clock = clock;
    }

    record Waiting(PaymentView payment, PaymentOrder.Status status, String payer) {

        public boolean isOpen() {
            return status == PaymentOrder.Status.CREATED || status == PaymentOrder.Status.PLACED;
        }

        public boolean isPaid() {
            return status == PaymentOrder.Status.PAID;
        }
    }

    /** The newest first. */
    List<Waiting> of(Actor actor) {
        return orders.askedBy(actor, clock.instant().minus(KEPT)).stream()
                .filter(PaymentOrder::isOfReceivables)
                .limit(MOST)
                .map(order -> new Waiting(
                        cashier.view(order),
                        order.status(),
                        collection.payerName(order.targets().get(0))))
                .toList();
    }
}
