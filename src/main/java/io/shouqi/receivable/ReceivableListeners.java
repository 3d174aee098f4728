package io.shouqi.receivable;

import io.shouqi.outbox.NotYet;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.outbox.OutboxEvent;
import io.shouqi.workflow.Processes;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the process of a receivable that it was paid or that its day moved. */
@Configuration(proxyBeanMethods = false)
class ReceivableListeners {

    private static final String PROCESS = "collect-receivable";

    @Bean
    OutboxConsumer<ReceivableSettled> processHearsSettlement(Processes processes) {
        return new Teller<>(ReceivableSettled.class, ReceivableSettled::receivableNo, processes);
    }

    @Bean
    OutboxConsumer<ReceivableChanged> processHearsChange(Processes processes) {
        return new Teller<>(ReceivableChanged.class, ReceivableChanged::receivableNo, processes);
    }

    private record Teller<E extends OutboxEvent>(Class<E> type, Function<E, String> number, Processes processes)
            implements OutboxConsumer<E> {

        @Override
        public String name() {
            return "receivable-process-" + type.getSimpleName();
        }

        @Override
        public void accept(E event) {
            var key = number.apply(event);
            // a process that rests elsewhere has seen the truth by itself
            if (!processes.tell(type.getSimpleName(), key) && processes.moving(PROCESS, key)) {
                throw new NotYet("the process of " + key + " does not wait yet");
            }
        }
    }
}
