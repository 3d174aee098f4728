package io.shouqi.contract;

import io.shouqi.outbox.NotYet;
import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.outbox.OutboxEvent;
import io.shouqi.workflow.Processes;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the contract's process what happened; an event that finds it busy is brought again. */
@Configuration(proxyBeanMethods = false)
class ContractListeners {

    @Bean
    OutboxConsumer<FeeListConfirmed> processHearsConfirmation(Processes processes) {
        return new Teller<>(FeeListConfirmed.class, FeeListConfirmed::contractNo, processes);
    }

    @Bean
    OutboxConsumer<FeeListDeclined> processHearsDecline(Processes processes) {
        return new Teller<>(FeeListDeclined.class, FeeListDeclined::contractNo, processes);
    }

    @Bean
    OutboxConsumer<ContractCancelled> processHearsCancellation(Processes processes) {
        return new Teller<>(ContractCancelled.class, ContractCancelled::contractNo, processes);
    }

    private record Teller<E extends OutboxEvent>(Class<E> type, Function<E, String> contractNo, Processes processes)
            implements OutboxConsumer<E> {

        @Override
        public String name() {
            return "contract-process-" + type.getSimpleName();
        }

        @Override
        public void accept(E event) {
            var number = contractNo.apply(event);
            // a process that rests elsewhere has seen the truth by itself
            if (!processes.tell(type.getSimpleName(), number) && processes.moving(SigningDesk.PROCESS, number)) {
                throw new NotYet("the process of " + number + " does not wait yet");
            }
        }
    }
}
