package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractToPaymentProcessTest extends ProcessTest {

    private static final String PROCESS = "contract-to-payment";

    private String approval;
    private List<String> receivables;
    private final Set<String> settled = new java.util.HashSet<>();

    @BeforeEach
    void anOrdinaryContract() {
        approval = "A-" + key;
        receivables = List.of("R1-" + key, "R2-" + key);
        settled.clear();
        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.step("freezeFeeList", step -> waitForCustomers(step, false));
        stage.step("renewLinks", step -> waitForCustomers(step, false));
        stage.step("createReceivables", step -> {
            step.set("nothingToCollect", receivables.isEmpty());
            step.set("receivables", Numbers.joined(receivables));
        });
        stage.step("checkReceivable", step -> {
            step.set("settled", settled.contains(step.businessKey()));
            step.set("dated", false);
        });
        stage.step("findApprover", step -> step.set("approver", "STORE_MANAGER"));
    }

    private static void waitForCustomers(Step step, boolean confirmed) {
        step.set("confirmed", confirmed);
        step.set("linkExpiresAt", "2024-03-08T10:00:00+08:00");
    }

    private void anException() {
        stage.step("computeFees", step -> {
            step.set("needsApproval", true);
            step.set("approval", approval);
        });
    }

    private void approverSays(boolean approved) {
        stage.desk("userTask_approveException", (number, answers) -> Map.of("approved", approved, "moreLevels", false));
    }

    private void settle(String receivable) {
        settled.add(receivable);
        assertThat(processes.tell("ReceivableSettled", receivable)).isTrue();
    }

    @Test
    void an_ordinary_contract_runs_from_signing_to_the_last_payment() {
        var contract = start(PROCESS);
        assertThat(contract).isWaitingAt("eventGateway_confirmation");

        processes.tell("FeeListConfirmed", key);
        runJobs();
        assertThat(contract).isWaitingAt("callActivity_collectReceivables");
        settle(receivables.get(0));
        runJobs();
        assertThat(contract).isWaitingAt("callActivity_collectReceivables");
        settle(receivables.get(1));
        runJobs();

        assertThat(contract).isEnded().hasPassed("endEvent_settled");
        assertThat(stage.played())
                .containsExactly(
                        "computeFees",
                        "freezeFeeList",
                        "createReceivables",
                        "askForPayment",
                        "checkReceivable",
                        "askForPayment",
                        "checkReceivable",
                        "checkReceivable",
                        "checkReceivable",
                        "settleCommissions",
                        "closeContract");
    }

    @Test
    void an_approved_exception_goes_on_to_the_customers() {
        anException();
        approverSays(true);
        var contract = start(PROCESS);
        assertThat(contract).isWaitingAt("callActivity_approveException");
        assertThat(stage.played()).doesNotContain("freezeFeeList");

        complete("li", approval, Map.of());

        assertThat(contract).isWaitingAt("eventGateway_confirmation").hasNotPassed("userTask_reviseContract");
    }

    @Test
    void a_rejected_exception_is_revised_and_computed_again() {
        anException();
        approverSays(false);
        var contract = start(PROCESS);
        complete("li", approval, Map.of());
        assertThat(contract).isWaitingAt("userTask_reviseContract");

        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.desk("userTask_reviseContract", (number, answers) -> Map.of("withdrawn", false));
        complete("wang", key, Map.of());

        assertThat(contract).isWaitingAt("eventGateway_confirmation");
        assertThat(stage.played()).containsExactly("computeFees", "findApprover", "computeFees", "freezeFeeList");
    }

    @Test
    void a_revision_may_need_another_approval() {
        anException();
        approverSays(false);
        var contract = start(PROCESS);
        complete("li", approval, Map.of());
        approval = "A2-" + key;
        stage.desk("userTask_reviseContract", (number, answers) -> Map.of("withdrawn", false));
        complete("wang", key, Map.of());

        approverSays(true);
        complete("li", approval, Map.of());

        assertThat(contract).isWaitingAt("eventGateway_confirmation");
    }

    @Test
    void a_rejected_contract_may_be_withdrawn() {
        anException();
        approverSays(false);
        var contract = start(PROCESS);
        complete("li", approval, Map.of());
        stage.desk("userTask_reviseContract", (number, answers) -> Map.of("withdrawn", true));

        complete("wang", key, Map.of());
        runJobs();

        assertThat(contract).isEnded().hasPassed("endEvent_withdrawn");
        assertThat(stage.played()).endsWith("reverseContract");
    }

    @Test
    void a_declined_fee_list_is_revised_and_computed_again() {
        var contract = start(PROCESS);
        processes.tell("FeeListDeclined", key);
        assertThat(contract).isWaitingAt("userTask_reviseFeeList");

        stage.desk("userTask_reviseFeeList", (number, answers) -> Map.of("withdrawn", false));
        complete("wang", key, Map.of());

        assertThat(contract).isWaitingAt("eventGateway_confirmation");
        assertThat(stage.played()).containsExactly("computeFees", "freezeFeeList", "computeFees", "freezeFeeList");
    }

    @Test
    void a_declined_fee_list_may_end_the_contract() {
        var contract = start(PROCESS);
        processes.tell("FeeListDeclined", key);
        stage.desk("userTask_reviseFeeList", (number, answers) -> Map.of("withdrawn", true));

        complete("wang", key, Map.of());
        runJobs();

        assertThat(contract).isEnded().hasPassed("endEvent_withdrawn");
    }

    @Test
    void an_expired_link_is_renewed_by_the_clerk() {
        var contract = start(PROCESS);
        run(timer(contract));
        assertThat(contract).isWaitingAt("userTask_renewLink");

        complete("wang", key, Map.of());

        assertThat(contract).isWaitingAt("eventGateway_confirmation").hasPassed("serviceTask_renewLinks");
    }

    @Test
    void the_link_expires_on_the_date_the_step_has_set() {
        var contract = start(PROCESS);

        assertThat(timer(contract).getDuedate()).isEqualTo("2024-03-08T02:00:00Z");
    }

    @Test
    void a_customer_may_confirm_while_the_clerk_renews_the_link() {
        var contract = start(PROCESS);
        run(timer(contract));

        assertThat(processes.tell("FeeListConfirmed", key)).isTrue();
        runJobs();

        assertThat(contract).isWaitingAt("callActivity_collectReceivables");
        assertThat(openTasks(key)).isZero();
    }

    @Test
    void a_customer_may_decline_while_the_clerk_renews_the_link() {
        var contract = start(PROCESS);
        run(timer(contract));

        assertThat(processes.tell("FeeListDeclined", key)).isTrue();

        assertThat(contract).isWaitingAt("userTask_reviseFeeList");
        assertThat(openTasks(key)).isOne();
    }

    @Test
    void a_confirmation_that_came_before_the_wait_is_not_missed() {
        stage.step("freezeFeeList", step -> waitForCustomers(step, true));

        var contract = start(PROCESS);
        runJobs();

        assertThat(contract).isWaitingAt("callActivity_collectReceivables");
    }

    @Test
    void a_confirmation_during_the_renewal_is_not_missed() {
        stage.step("renewLinks", step -> waitForCustomers(step, true));
        var contract = start(PROCESS);
        run(timer(contract));

        complete("wang", key, Map.of());
        runJobs();

        assertThat(contract).isWaitingAt("callActivity_collectReceivables");
    }

    @Test
    void a_contract_with_nothing_to_collect_closes_at_once() {
        receivables = List.of();
        var contract = start(PROCESS);

        processes.tell("FeeListConfirmed", key);
        runJobs();

        assertThat(contract).isEnded().hasNotPassed("callActivity_collectReceivables");
        assertThat(stage.played()).endsWith("createReceivables", "settleCommissions", "closeContract");
    }

    @Test
    void what_a_reversal_opened_again_is_collected_again_before_the_contract_closes() {
        var contract = start(PROCESS);
        processes.tell("FeeListConfirmed", key);
        runJobs();
        settle(receivables.get(0));
        settled.remove(receivables.get(0));
        stage.step("settleCommissions", step -> {
            step.set("openAgain", !settled.contains(receivables.get(0)));
            step.set("receivables", receivables.get(0));
        });
        settle(receivables.get(1));
        runJobs();

        assertThat(contract).isWaitingAt("callActivity_collectReceivables").hasNotPassed("serviceTask_closeContract");
        settle(receivables.get(0));
        runJobs();

        assertThat(contract).isEnded().hasPassed("endEvent_settled");
    }

    @Test
    void a_message_nobody_waits_for_is_reported_to_its_sender() {
        start(PROCESS);

        assertThat(processes.tell("ReceivableSettled", key)).isFalse();
        assertThat(processes.tell("FeeListConfirmed", "unknown")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_contract_can_be_cancelled_wherever_it_waits(Wait wait) {
        var contract = waitingAt(wait);

        assertThat(processes.tell("ContractCancelled", key)).isTrue();
        runJobs();

        assertThat(contract).isEnded().hasPassed("endEvent_cancelled");
        assertThat(stage.played()).containsOnlyOnce("reverseContract");
        assertThat(processes.running(PROCESS, key)).isFalse();
        for (var child : List.of(approval, receivables.get(0), receivables.get(1), key)) {
            assertThat(openTasks(child)).isZero();
            assertThat(processes.running("collect-receivable", child)).isFalse();
            assertThat(processes.running("approve-exception", child)).isFalse();
        }
    }

    enum Wait {
        APPROVAL,
        REVISION,
        CONFIRMATION,
        DECLINED,
        LINK_EXPIRED,
        RECEIVABLES_DUE,
        COLLECTING,
        PARTLY_COLLECTED,
        CLOSING
    }

    private ProcessInstance waitingAt(Wait wait) {
        if (wait == Wait.APPROVAL || wait == Wait.REVISION) {
            anException();
            approverSays(false);
        }
        var contract = start(PROCESS);
        switch (wait) {
            case APPROVAL, CONFIRMATION -> {}
            case REVISION -> complete("li", approval, Map.of());
            case DECLINED -> processes.tell("FeeListDeclined", key);
            case LINK_EXPIRED -> run(timer(contract));
            case RECEIVABLES_DUE -> processes.tell("FeeListConfirmed", key);
            case COLLECTING, PARTLY_COLLECTED, CLOSING -> {
                processes.tell("FeeListConfirmed", key);
                runJobs();
                if (wait != Wait.COLLECTING) {
                    settle(receivables.get(0));
                }
                if (wait == Wait.CLOSING) {
                    settle(receivables.get(1));
                }
            }
        }
        return contract;
    }
}
