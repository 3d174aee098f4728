package io.shouqi.receivable;

import io.shouqi.outbox.OutboxConsumer;
import io.shouqi.workflow.ProcessHears;
import io.shouqi.workflow.Processes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the process of a receivable that it was paid or that its day moved. */
@Configuration(proxyBeanMethods = false)
class ReceivableListeners {

    private static final String PROCESS = "collect-receivable";

    @Bean
    OutboxConsumer<ReceivableSettled> processHearsSettlement(Processes processes) {
        return new ProcessHears<>(ReceivableSettled.class, PROCESS, ReceivableSettled::receivableNo, processes);
    }

    @Bean
    OutboxConsumer<ReceivableChanged> processHearsChange(Processes processes) {
        return new ProcessHears<>(ReceivableChanged.class, PROCESS, ReceivableChanged::receivableNo, processes);
    }
}
