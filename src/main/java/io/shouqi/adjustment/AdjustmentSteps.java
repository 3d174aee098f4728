package io.shouqi.adjustment;

import io.shouqi.workflow.ProcessStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of the process {@code adjust-fees}. Its business key is the adjustment's number. */
@Configuration(proxyBeanMethods = false)
class AdjustmentSteps {

    @Bean
    ProcessStep decideAdjustment(AdjustmentWork work) {
        return step -> {
            var status = work.decided(step.businessKey());
            step.set("goesOn", status.open());
            step.set("needsConsent", status == AdjustmentStatus.AWAITING_CONSENT);
        };
    }

    @Bean
    ProcessStep applyAdjustment(AdjustmentWork work) {
        return step -> work.apply(step.businessKey());
    }
}
