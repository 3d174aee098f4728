package io.shouqi.payment;

import io.shouqi.contract.ContractCancelled;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.receivable.ReceivableCancelled;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Codes that nothing is owed for any more die at the channels; money in hand of an ended contract is credit. */
@Configuration(proxyBeanMethods = false)
class PaymentListeners {

    @Bean
    OutboxConsumer<ContractCancelled> openOrdersAreClosed(PendingOrders orders) {
        return new Listener<>("payment-close-orders", ContractCancelled.class, e -> orders.closeAll(e.contractNo()));
    }

    @Bean
    OutboxConsumer<PaymentReceived> codesForWhatIsPaidAreClosed(PendingOrders orders) {
        return new Listener<>("payment-close-paid", PaymentReceived.class, e -> orders.closeUnowed(e.contractNo()));
    }

    @Bean
    OutboxConsumer<ReceivableCancelled> paidMoneyBecomesCredit(CustomerCredit credit) {
        return new Listener<>(
                "payment-credit-of-cancelled",
                ReceivableCancelled.class,
                e -> credit.add(e.company(), e.storeCode(), e.contractNo(), e.paid(), e.receivableNo()));
    }

    private record Listener<E extends io.shouqi.outbox.OutboxEvent>(String name, Class<E> type, Consumer<E> work)
            implements OutboxConsumer<E> {

        @Override
        public void accept(E event) {
            work.accept(event);
        }
    }
}
