package io.shouqi.commission;

import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.outbox.OutboxEvent;
import io.shouqi.payment.PaymentReceived;
import io.shouqi.payment.PaymentReversed;
import io.shouqi.receivable.ReceivableCancelled;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shares follow the money: earned when it comes in, given back when what it paid is taken back. */
@Configuration(proxyBeanMethods = false)
class CommissionListeners {

    @Bean
    OutboxConsumer<PaymentReceived> sharesAreEarned(CommissionDesk desk) {
        return new Listener<>("commission-vesting", PaymentReceived.class, e -> desk.vest(e.contractNo(), e.source()));
    }

    @Bean
    OutboxConsumer<ReceivableCancelled> sharesAreGivenBack(CommissionDesk desk) {
        return new Listener<>(
                "commission-claw-back", ReceivableCancelled.class, e -> desk.vest(e.contractNo(), e.receivableNo()));
    }

    @Bean
    OutboxConsumer<PaymentReversed> sharesOfReversedMoneyAreGivenBack(CommissionDesk desk) {
        return new Listener<>(
                "commission-reversal", PaymentReversed.class, e -> desk.vest(e.contractNo(), e.reversalNo()));
    }

    private record Listener<E extends OutboxEvent>(String name, Class<E> type, Consumer<E> work)
            implements OutboxConsumer<E> {

        @Override
        public void accept(E event) {
            work.accept(event);
        }
    }
}
