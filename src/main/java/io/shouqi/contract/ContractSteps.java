package io.shouqi.contract;

import io.shouqi.workflow.ProcessStep;
import io.shouqi.workflow.Step;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of the process {@code contract-to-payment} that this module does. Its business key is the contract number. */
@Configuration(proxyBeanMethods = false)
class ContractSteps {

    private final Contracts contracts;
    private final FeeListDesk desk;

    ContractSteps(Contracts contracts, FeeListDesk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    @Bean
    ProcessStep computeFees() {
        return step -> {
            var approval = desk.price(contract(step));
            step.set("needsApproval", approval.isPresent());
            step.set("approval", approval.orElse(""));
        };
    }

    @Bean
    ProcessStep freezeFeeList() {
        return step -> await(step, desk.freeze(contract(step)));
    }

    @Bean
    ProcessStep renewLinks() {
        return step -> await(step, desk.renewLinks(contract(step)));
    }

    @Bean
    ProcessStep closeContract() {
        return step -> contract(step).close();
    }

    /** Looks at the truth before the process waits: a yes that came early is not missed. */
    private void await(Step step, Instant linksExpire) {
        var list = contracts.feeList(step.businessKey());
        step.set("confirmed", list.status() == FeeList.Status.CONFIRMED);
        step.set("linkExpiresAt", linksExpire.toString());
    }

    private Contract contract(Step step) {
        return contracts.byNumber(step.businessKey());
    }
}
