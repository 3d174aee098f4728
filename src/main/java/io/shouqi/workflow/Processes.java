package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and tells them what happened. Every call joins the caller's transaction. */
@Service
@Transactional
public class Processes {

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    Processes(RuntimeService engine, ManagementService jobs, JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Starts the newest version of a process of that company.
     *
     * @param flags String, Long or Boolean; anything else is refused
     * @throws Refusal 409 when that process was started for that key before
     */
    public void start(String company, String process, String businessKey, Map<String, Object> flags) {
        Flags.check(flags);
        remember(company, process, businessKey);
        Engine.run(() -> engine.createProcessInstanceByKey(process)
                .processDefinitionTenantId(company)
                .businessKey(businessKey)
                .setVariables(flags)
                .execute());
    }

    /** Business keys are not unique in the engine; here they are, also for two callers at once. */
    private void remember(String company, String process, String businessKey) {
        var remembered = jdbc.sql("""
                        insert into process_start(process, business_key, company, started_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(process, businessKey, company, OffsetDateTime.now(clock))
                .update();
        if (remembered == 0) {
            throw Refusal.conflict("process.started", businessKey);
        }
    }

    /** @return false when no instance waits for that message now; the caller looks at the truth again or retries */
    public boolean tell(String message, String businessKey) {
        var waiting = engine.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(businessKey)
                .list();
        Engine.run(() -> waiting.forEach(execution -> engine.messageEventReceived(message, execution.getId())));
        return !waiting.isEmpty();
    }

    /** Whether an instance of that process runs for that key. */
    public boolean running(String process, String businessKey) {
        return engine.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /** Whether an instance has work of its own to do before it waits again, such as an asynchronous step. */
    public boolean moving(String process, String businessKey) {
        return engine
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .anyMatch(instance -> jobs.createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .count()
                        > 0);
    }
}
