package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolveSuspenseProcessTest extends ProcessTest {

    @Test
    void finance_says_where_the_money_belongs() {
        var suspense = start("resolve-suspense");
        assertThat(suspense).isWaitingAt("userTask_resolveSuspense");

        complete("sun", key, Map.of("action", "KEEP"));

        assertThat(suspense).isEnded();
        assertThat(stage.played()).containsExactly("closeSuspense");
    }
}
