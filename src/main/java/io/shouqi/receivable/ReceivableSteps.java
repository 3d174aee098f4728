package io.shouqi.receivable;

import io.shouqi.contract.Contracts;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.ProcessStep;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of {@code contract-to-payment} and {@code collect-receivable} that this module does. */
@Configuration(proxyBeanMethods = false)
class ReceivableSteps {

    private final CollectionDesk desk;
    private final Clock clock;

    ReceivableSteps(CollectionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Bean
    ProcessStep createReceivables(Contracts contracts) {
        return step -> {
            var opened = desk.open(contracts.confirmedPlan(step.businessKey()));
            step.set("nothingToCollect", opened.isEmpty());
            step.set("receivables", String.join(",", opened));
        };
    }

    @Bean
    ProcessStep reverseContract() {
        return step -> desk.reverse(step.businessKey());
    }

    @Bean
    ProcessStep askForPayment() {
        return step -> desk.byNumber(step.businessKey()).asked(clock.instant());
    }

    @Bean
    ProcessStep checkReceivable() {
        return step -> {
            var receivable = desk.byNumber(step.businessKey());
            var next = receivable.nextFollowUp();
            step.set("settled", receivable.closed());
            step.set("dated", next != null);
            step.set("overdueAt", next == null ? "" : next.toString());
        };
    }

    @Bean
    ProcessStep markOverdue() {
        return step -> desk.byNumber(step.businessKey()).markOverdue(BusinessTime.today(clock));
    }
}
