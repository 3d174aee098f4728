package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.shared.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagramsTest extends ProcessTest {

    private static final String PROCESS = "contract-to-payment";

    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void aContractWithTwoReceivables() {
        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.step("freezeFeeList", step -> {
            step.set("confirmed", false);
            step.set("linkExpiresAt", "2024-03-08T10:00:00+08:00");
        });
        stage.step("createReceivables", step -> {
            step.set("nothingToCollect", false);
            step.set("receivables", "R1-" + key + ",R2-" + key);
        });
        stage.step("checkReceivable", step -> {
            step.set("settled", settled.contains(step.businessKey()));
            step.set("dated", false);
        });
    }

    @Test
    void a_waiting_contract_shows_where_it_waits() {
        start(PROCESS);

        var position = diagrams.view(PROCESS, key);

        assertThat(position.active()).containsExactly("eventGateway_confirmation");
        assertThat(position.passed())
                .contains("startEvent_contractSigned", "serviceTask_computeFees", "serviceTask_freezeFeeList")
                .doesNotContain("eventGateway_confirmation", "serviceTask_createReceivables");
        assertThat(position.diagram()).contains("bpmndi:BPMNDiagram", "合同已签");
        assertThat(position.ended()).isFalse();
        assertThat(position.called()).isEmpty();
    }

    @Test
    void a_step_that_has_not_begun_is_where_it_stands() {
        start(PROCESS);
        processes.tell("FeeListConfirmed", key);

        assertThat(diagrams.view(PROCESS, key).active()).containsExactly("serviceTask_createReceivables");
    }

    @Test
    void called_processes_have_positions_of_their_own() {
        start(PROCESS);
        processes.tell("FeeListConfirmed", key);
        runJobs();
        settled.add("R1-" + key);
        processes.tell("ReceivableSettled", "R1-" + key);

        var position = diagrams.view(PROCESS, key);

        assertThat(position.active()).containsExactly("callActivity_collectReceivables");
        assertThat(position.called())
                .extracting(ProcessPosition::businessKey)
                .containsExactlyInAnyOrder("R1-" + key, "R2-" + key);
        assertThat(position.called())
                .filteredOn(ProcessPosition::ended)
                .singleElement()
                .satisfies(paid -> {
                    assertThat(paid.businessKey()).isEqualTo("R1-" + key);
                    assertThat(paid.passed()).contains("endEvent_settled");
                });
    }

    @Test
    void a_closed_contract_keeps_its_picture() {
        start(PROCESS);
        processes.tell("FeeListConfirmed", key);
        runJobs();
        for (var receivable : new String[] {"R1-" + key, "R2-" + key}) {
            settled.add(receivable);
            processes.tell("ReceivableSettled", receivable);
        }
        runJobs();

        var position = diagrams.view(PROCESS, key);

        assertThat(position.ended()).isTrue();
        assertThat(position.active()).isEmpty();
        assertThat(position.passed()).contains("endEvent_settled");
        assertThat(position.called()).hasSize(2).allMatch(ProcessPosition::ended);
    }

    @Test
    void what_never_ran_has_no_picture() {
        assertThatThrownBy(() -> diagrams.view(PROCESS, key)).isInstanceOf(Refusal.class);
    }
}
