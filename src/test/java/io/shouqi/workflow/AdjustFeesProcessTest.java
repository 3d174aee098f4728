package io.shouqi.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdjustFeesProcessTest extends ProcessTest {

    private static final String CONSENT = "userTask_agreeAdjustment";

    @BeforeEach
    void oneLevel() {
        stage.step("findApprover", step -> step.set("approver", "STORE_MANAGER"));
        stage.desk(
                "userTask_approveException",
                (number, answers) ->
                        Map.of("approved", answers.get("decision").equals("APPROVE"), "moreLevels", false));
        stage.desk(CONSENT, (number, answers) -> Map.of("consented", "AGREED".equals(answers.get("consent"))));
    }

    private void decided(boolean goesOn, boolean needsConsent) {
        stage.step("decideAdjustment", step -> {
            step.set("goesOn", goesOn);
            step.set("needsConsent", needsConsent);
        });
    }

    @Test
    void what_nobody_pays_more_for_is_carried_out_once_it_is_approved() {
        decided(true, false);
        var adjustment = approved("APPROVE");
        assertThat(adjustment).isWaitingAt("serviceTask_applyAdjustment");

        runJobs();

        assertThat(adjustment)
                .isEnded()
                .hasPassed("serviceTask_applyAdjustment")
                .hasNotPassed(CONSENT);
    }

    @Test
    void what_is_rejected_is_not_carried_out() {
        decided(false, false);

        assertThat(approved("REJECT"))
                .isEnded()
                .hasPassed("endEvent_rejected")
                .hasNotPassed("serviceTask_applyAdjustment");
    }

    @Test
    void who_pays_more_is_asked_and_may_agree() {
        decided(true, true);
        var adjustment = approved("APPROVE");
        assertThat(adjustment).isWaitingAt(CONSENT);

        complete("wang", key, Map.of("consent", "AGREED", "evidence", "x"));
        runJobs();

        assertThat(adjustment).isEnded().hasPassed("serviceTask_applyAdjustment");
    }

    @Test
    void who_pays_more_is_asked_and_may_decline() {
        decided(true, true);
        var adjustment = approved("APPROVE");

        complete("wang", key, Map.of("consent", "DECLINED", "evidence", "x"));

        assertThat(adjustment).isEnded().hasPassed("endEvent_declined").hasNotPassed("serviceTask_applyAdjustment");
    }

    private ProcessInstance approved(String decision) {
        processes.start(People.COMPANY, "adjust-fees", key, Map.of("approval", "A-" + key));
        var adjustment = instance("adjust-fees", key);
        complete("li", "A-" + key, Map.of("decision", decision, "comment", "x"));
        return adjustment;
    }
}
