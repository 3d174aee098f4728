package io.shouqi.approval;

import io.shouqi.workflow.ProcessStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of the process {@code approve-exception}. */
@Configuration(proxyBeanMethods = false)
class ApprovalSteps {

    @Bean
    ProcessStep findApprover(Approvals approvals) {
        return step -> step.set(
                "approver", approvals.find(step.businessKey()).approver().name());
    }
}
