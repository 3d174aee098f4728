package io.shouqi.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishRulesProcessTest extends ProcessTest {

    private static final String PROCESS = "publish-rules";
    private static final String TASK = "userTask_approveRules";

    private final Deque<String> levels = new ArrayDeque<>();

    @BeforeEach
    void oneLevel() {
        levels.clear();
        stage.step("validateRules", step -> step.set("sound", true));
        stage.step("replayRules", step -> {
            step.set("inReview", true);
            step.set("approver", "STORE_MANAGER");
        });
        stage.desk(TASK, (number, answers) -> {
            var approved = answers.get("decision").equals("APPROVE");
            return Map.of(
                    "approved",
                    approved,
                    "moreLevels",
                    approved && !levels.isEmpty(),
                    "approver",
                    levels.isEmpty() ? "STORE_MANAGER" : levels.remove());
        });
    }

    @Test
    void what_the_reviewer_approves_is_published() {
        var review = start(PROCESS);
        runJobs();
        assertThat(review).isWaitingAt(TASK);

        complete("li", key, Map.of("decision", "APPROVE"));

        assertThat(review).isEnded().hasPassed("endEvent_published");
        Assertions.assertThat(stage.played()).isEqualTo(List.of("validateRules", "replayRules", "publishRules"));
    }

    @Test
    void what_is_rejected_is_not() {
        var review = start(PROCESS);
        runJobs();

        complete("li", key, Map.of("decision", "REJECT", "comment", "太高"));

        assertThat(review).isEnded().hasPassed("endEvent_rejected").hasNotPassed("serviceTask_publishRules");
    }

    @Test
    void each_level_is_asked_in_turn() {
        levels.add("AREA_MANAGER");
        var review = start(PROCESS);
        runJobs();

        complete("li", key, Map.of("decision", "APPROVE"));
        assertThat(review).isWaitingAt(TASK);
        complete("qian", key, Map.of("decision", "APPROVE"));

        assertThat(review).isEnded().hasPassed("endEvent_published");
    }

    @Test
    void what_has_mistakes_goes_back_without_a_replay() {
        stage.step("validateRules", step -> step.set("sound", false));

        start(PROCESS);
        runJobs();

        Assertions.assertThat(stage.played()).isEqualTo(List.of("validateRules"));
        Assertions.assertThat(instance(PROCESS, key)).isNull();
    }

    @Test
    void what_was_taken_back_before_the_replay_comes_to_nobody() {
        stage.step("replayRules", step -> step.set("inReview", false));
        var review = start(PROCESS);
        runJobs();

        assertThat(review).isEnded().hasPassed("endEvent_takenBackEarly");
    }

    @Test
    void what_is_taken_back_leaves_the_reviewers_desk() {
        var review = start(PROCESS);
        runJobs();

        processes.tell("RulesTakenBack", key);

        assertThat(review).isEnded().hasPassed("endEvent_takenBack");
    }
}
