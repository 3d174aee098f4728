package io.shouqi.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** Does what the job executor would do, when a test says so. */
@Component
public class JobsByHand {

    private final ManagementService jobs;

    JobsByHand(ManagementService jobs) {
        this.jobs = jobs;
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
}
