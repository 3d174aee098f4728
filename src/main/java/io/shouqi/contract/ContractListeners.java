package io.shouqi.contract;

import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.workflow.ProcessHears;
import io.shouqi.workflow.Processes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the contract's process what happened. */
@Configuration(proxyBeanMethods = false)
class ContractListeners {

    @Bean
    OutboxConsumer<FeeListConfirmed> processHearsConfirmation(Processes processes) {
        return new ProcessHears<>(FeeListConfirmed.class, SigningDesk.PROCESS, FeeListConfirmed::contractNo, processes);
    }

    @Bean
    OutboxConsumer<FeeListDeclined> processHearsDecline(Processes processes) {
        return new ProcessHears<>(FeeListDeclined.class, SigningDesk.PROCESS, FeeListDeclined::contractNo, processes);
    }

    @Bean
    OutboxConsumer<ContractCancelled> processHearsCancellation(Processes processes) {
        return new ProcessHears<>(
                ContractCancelled.class, SigningDesk.PROCESS, ContractCancelled::contractNo, processes);
    }
}
