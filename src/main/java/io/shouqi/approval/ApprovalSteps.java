package io.shouqi.approval;

import io.shouqi.workflow.ProcessStep;
import io.shouqi.workflow.TaskList;
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

    /** The deadline passed: the task says so to everybody who sees it. */
    @Bean
    ProcessStep escalateApproval(Approvals approvals, TaskList tasks) {
        return step -> {
            approvals.find(step.businessKey()).escalate();
            tasks.refresh(step.businessKey());
        };
    }
}
