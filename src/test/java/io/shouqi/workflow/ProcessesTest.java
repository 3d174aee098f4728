package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.shouqi.AsSystem;
import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

class ProcessesTest extends ProcessTest {

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void anUndatedReceivable() {
        stage.step("checkReceivable", step -> {
            step.set("settled", false);
            step.set("dated", false);
        });
    }

    @Test
    void a_process_is_started_once_for_a_number() {
        processes.start(People.COMPANY, "collect-receivable", key, Map.of());

        assertThatThrownBy(() -> processes.start(People.COMPANY, "collect-receivable", key, Map.of()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("process.started");
    }

    @Test
    void a_process_that_fails_at_its_first_step_was_never_started() {
        stage.step("askForPayment", step -> {
            throw Refusal.invalid("phone", "field.phone");
        });

        assertThatThrownBy(() -> processes.start(People.COMPANY, "collect-receivable", key, Map.of()))
                .isInstanceOf(Refusal.class);

        assertThat(processes.running("collect-receivable", key)).isFalse();
        stage.step("askForPayment", step -> {});
        processes.start(People.COMPANY, "collect-receivable", key, Map.of());
    }

    @Test
    void what_the_caller_rolls_back_the_process_forgets() {
        processes.start(People.COMPANY, "collect-receivable", key, Map.of());
        stage.step("checkReceivable", step -> step.set("settled", true));

        transaction.executeWithoutResult(status -> {
            assertThat(processes.tell("ReceivableSettled", key)).isTrue();
            assertThat(processes.running("collect-receivable", key)).isFalse();
            status.setRollbackOnly();
        });

        assertThat(processes.running("collect-receivable", key)).isTrue();
        assertThat(processes.tell("ReceivableSettled", key)).isTrue();
        assertThat(processes.running("collect-receivable", key)).isFalse();
    }

    /** Both find the process waiting; the slower one must hear of it as something worth a retry. */
    @Test
    void of_two_messages_at_once_one_is_told_to_try_again() throws Exception {
        processes.start(People.COMPANY, "collect-receivable", key, Map.of());
        var bothLooked = new CyclicBarrier(2);
        stage.step("checkReceivable", step -> {
            await(bothLooked);
            step.set("settled", true);
        });

        var outcomes = new ArrayList<Object>();
        var threads = AsSystem.pool(2);
        try {
            Callable<Object> tell = () -> {
                try {
                    return processes.tell("ReceivableSettled", key);
                } catch (RuntimeException e) {
                    return e;
                }
            };
            for (var outcome : threads.invokeAll(List.of(tell, tell))) {
                outcomes.add(outcome.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ConcurrencyFailureException.class::isInstance)
                .hasSize(1);
        assertThat(processes.running("collect-receivable", key)).isFalse();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_company_runs_its_own_processes() {
        assertThatThrownBy(() -> processes.start("UNSEEDED", "collect-receivable", key, Map.of()))
                .isInstanceOf(RuntimeException.class);

        deployments.seed(People.OTHER_COMPANY);
        processes.start(People.OTHER_COMPANY, "collect-receivable", key, Map.of());

        assertThat(instance("collect-receivable", key).getTenantId()).isEqualTo(People.OTHER_COMPANY);
    }

    @Test
    void seeding_again_makes_no_new_versions() {
        var before = versions();

        deployments.seed(People.COMPANY);
        deployments.seed(People.COMPANY);

        assertThat(versions()).isEqualTo(before);
    }

    private List<String> versions() {
        return jdbc.sql("""
                        select key_ || ' ' || version_ from act_re_procdef where tenant_id_ = :company
                        union all select key_ || ' ' || version_ from act_re_camformdef where tenant_id_ = :company
                        order by 1
                        """)
                .param("company", People.COMPANY)
                .query(String.class)
                .list();
    }

    @Test
    void a_step_that_keeps_failing_becomes_a_visible_incident() {
        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.step("freezeFeeList", step -> step.set("confirmed", true));
        stage.step("createReceivables", step -> {
            throw new IllegalStateException("the database is full");
        });
        processes.start(People.COMPANY, "contract-to-payment", key, Map.of());

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(this::runJobs).hasMessageContaining("the database is full");
        }
        runJobs();

        var position = diagrams.view("contract-to-payment", key);
        assertThat(position.failed()).containsExactly("serviceTask_createReceivables");
        assertThat(position.ended()).isFalse();
    }
}
