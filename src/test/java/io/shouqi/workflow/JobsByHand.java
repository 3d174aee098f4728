package io.shouqi.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Does what the job executor would do, when a test says so. */
@Component
public class JobsByHand {

    private final ManagementService jobs;
    private final RuntimeService cases;

    JobsByHand(ManagementService jobs, RuntimeService cases) {
        this.jobs = jobs;
        this.cases = cases;
    }

    /** @return how many asynchronous steps and due timers ran */
    public int run() {
        var done = 0;
        for (var due = jobs.createJobQuery().executable().list();
                !due.isEmpty() && done < 1000;
                due = jobs.createJobQuery().executable().list()) {
            for (var job : due) {
                jobs.executeJob(job.getId());
                done++;
            }
        }
        return done;
    }

    /** Runs the step that waits for that key until it has no attempts left; it must not succeed. */
    public void fail(String businessKey) {
        var query = jobs.createJobQuery().withRetriesLeft();
        for (var job : query.list()) {
            // the engine's own upkeep has no case
            if (job.getProcessInstanceId() != null && businessKey.equals(keyOf(job.getProcessInstanceId()))) {
                failing(job.getId());
            }
        }
    }

    private void failing(String job) {
        while (jobs.createJobQuery().jobId(job).withRetriesLeft().count() > 0) {
            try {
                jobs.executeJob(job);
                throw new IllegalStateException("the step did not fail");
            } catch (RuntimeException e) {
                if (jobs.createJobQuery().jobId(job).count() == 0) {
                    throw e;
                }
            }
        }
    }

    private String keyOf(String instance) {
        return cases.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }
}
