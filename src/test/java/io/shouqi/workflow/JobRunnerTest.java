package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "shouqi.workflow.job-executor=true")
class JobRunnerTest extends ProcessTest {

    @Test
    void asynchronous_steps_run_by_themselves_and_soon() {
        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.step("freezeFeeList", step -> step.set("confirmed", true));
        stage.step("createReceivables", step -> step.set("nothingToCollect", true));
        start("contract-to-payment");

        await().atMost(Duration.ofSeconds(20)).until(() -> !processes.running("contract-to-payment", key));

        assertThat(stage.played())
                .containsExactly(
                        "computeFees", "freezeFeeList", "createReceivables", "settleCommissions", "closeContract");
    }

    @Test
    void a_timer_that_is_due_fires_by_itself() {
        stage.step("checkReceivable", step -> {
            step.set("settled", false);
            step.set("dated", true);
            step.set("overdueAt", "2024-03-01T00:00:00+08:00");
        });
        start("collect-receivable");

        await().atMost(Duration.ofSeconds(20)).until(() -> openTasks(key) == 1);

        assertThat(task("wang", key).definition()).isEqualTo("userTask_followUpOverdue");
    }
}
