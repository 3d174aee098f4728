package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApproveExceptionProcessTest extends ProcessTest {

    private static final String PROCESS = "approve-exception";

    private final Deque<String> levels = new ArrayDeque<>();

    @BeforeEach
    void oneLevel() {
        levels.clear();
        levels.add("STORE_MANAGER");
        stage.step("findApprover", step -> step.set("approver", levels.remove()));
        stage.desk(
                "userTask_approveException",
                (number, answers) ->
                        Map.of("approved", answers.get("decision").equals("APPROVE"), "moreLevels", !levels.isEmpty()));
    }

    @Test
    void one_level_approves() {
        var approval = start(PROCESS);
        assertThat(approval).isWaitingAt("userTask_approveException");

        complete("li", key, Map.of("decision", "APPROVE"));

        assertThat(approval).isEnded().hasPassed("endEvent_approved");
    }

    @Test
    void a_rejection_ends_it_whatever_levels_are_left() {
        levels.add("AREA_MANAGER");
        var approval = start(PROCESS);

        complete("li", key, Map.of("decision", "REJECT"));

        assertThat(approval).isEnded().hasPassed("endEvent_rejected");
    }

    @Test
    void each_level_is_asked_in_turn() {
        levels.add("AREA_MANAGER");
        var approval = start(PROCESS);

        complete("li", key, Map.of("decision", "APPROVE"));
        assertThat(approval).isWaitingAt("userTask_approveException");
        complete("qian", key, Map.of("decision", "APPROVE"));

        assertThat(approval).isEnded().hasPassed("endEvent_approved");
    }

    @Test
    void after_two_days_it_is_escalated_and_stays_open() {
        var approval = start(PROCESS);

        run(timer(approval));

        assertThat(approval).isWaitingAt("userTask_approveException").hasPassed("serviceTask_escalateApproval");
        complete("li", key, Map.of("decision", "APPROVE"));
        assertThat(approval).isEnded();
        assertThat(stage.played()).isEqualTo(List.of("findApprover", "escalateApproval"));
    }
}
