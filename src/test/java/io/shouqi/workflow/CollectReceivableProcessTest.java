package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectReceivableProcessTest extends ProcessTest {

    private static final String PROCESS = "collect-receivable";
    private static final String FIRST_OF_MARCH = "2024-03-01T00:00:00+08:00";

    private boolean settled;
    private @Nullable String overdueAt;

    @BeforeEach
    void aReceivableThatIsDue() {
        settled = false;
        overdueAt = FIRST_OF_MARCH;
        stage.step("checkReceivable", step -> {
            step.set("settled", settled);
            step.set("dated", overdueAt != null);
            if (overdueAt != null) {
                step.set("overdueAt", overdueAt);
            }
        });
    }

    @Test
    void what_is_paid_before_the_process_looks_ends_it_at_once() {
        settled = true;

        processes.start(People.COMPANY, PROCESS, key, Map.of());

        assertThat(diagrams.view(PROCESS, key).ended()).isTrue();
        assertThat(stage.played()).containsExactly("askForPayment", "checkReceivable");
    }

    @Test
    void a_payment_before_the_due_date_ends_it() {
        var receivable = start(PROCESS);
        assertThat(receivable).isWaitingAt("eventGateway_dated");

        settled = true;
        processes.tell("ReceivableSettled", key);

        assertThat(receivable).isEnded().hasNotPassed("serviceTask_markOverdue");
    }

    @Test
    void a_receivable_without_a_date_waits_for_its_milestone() {
        overdueAt = null;
        var receivable = start(PROCESS);
        assertThat(receivable).isWaitingAt("eventGateway_undated");
        assertThat(timer(receivable)).isNull();

        overdueAt = FIRST_OF_MARCH;
        processes.tell("ReceivableChanged", key);

        assertThat(receivable).isWaitingAt("eventGateway_dated");
        assertThat(timer(receivable).getDuedate()).isEqualTo("2024-02-29T16:00:00Z");
    }

    @Test
    void a_receivable_without_a_date_can_be_paid_early() {
        overdueAt = null;
        var receivable = start(PROCESS);

        settled = true;
        processes.tell("ReceivableSettled", key);

        assertThat(receivable).isEnded();
    }

    @Test
    void a_deferral_moves_the_timer() {
        var receivable = start(PROCESS);

        overdueAt = "2024-04-01T00:00:00+08:00";
        processes.tell("ReceivableChanged", key);

        assertThat(timer(receivable).getDuedate()).isEqualTo("2024-03-31T16:00:00Z");
    }

    @Test
    void an_overdue_receivable_is_followed_up_until_it_is_paid() {
        var receivable = overdue();

        overdueAt = "2024-03-08T00:00:00+08:00";
        complete("wang", key, Map.of());
        assertThat(receivable).isWaitingAt("eventGateway_dated");
        run(timer(receivable));
        runJobs();
        assertThat(receivable).isWaitingAt("userTask_followUpOverdue");
        settled = true;
        complete("wang", key, Map.of());

        assertThat(receivable).isEnded();
        assertThat(stage.played()).filteredOn("markOverdue"::equals).hasSize(2);
    }

    @Test
    void a_payment_takes_the_follow_up_off_the_list() {
        var receivable = overdue();
        var task = task("wang", key);

        settled = true;
        processes.tell("ReceivableSettled", key);

        assertThat(receivable).isEnded();
        assertThat(tasks.open(task.id(), people.named("wang")).task().status()).isEqualTo(TaskStatus.GONE);
    }

    @Test
    void a_deferral_takes_the_follow_up_off_the_list() {
        var receivable = overdue();

        overdueAt = "2024-05-01T00:00:00+08:00";
        processes.tell("ReceivableChanged", key);

        assertThat(receivable).isWaitingAt("eventGateway_dated");
        assertThat(openTasks(key)).isZero();
    }

    private ProcessInstance overdue() {
        var receivable = start(PROCESS);
        run(timer(receivable));
        runJobs();
        assertThat(receivable).isWaitingAt("userTask_followUpOverdue").hasPassed("serviceTask_markOverdue");
        return receivable;
    }
}
