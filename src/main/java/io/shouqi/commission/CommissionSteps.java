package io.shouqi.commission;

import io.shouqi.workflow.ProcessStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code contract-to-payment} that this module does. */
@Configuration(proxyBeanMethods = false)
class CommissionSteps {

    @Bean
    ProcessStep settleCommissions(CommissionDesk desk) {
        return step -> {
            var open = desk.settle(step.businessKey());
            step.set("openAgain", !open.isEmpty());
            step.set("receivables", String.join(",", open));
        };
    }
}
