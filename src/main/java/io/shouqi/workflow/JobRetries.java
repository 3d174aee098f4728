package io.shouqi.workflow;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has failed steps done once more, by the product itself and soon. Scope is checked by the caller. */
@Service
@Transactional
public class JobRetries {

    private final ManagementService jobs;
    private final Clock clock;

    JobRetries(ManagementService jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** One attempt: should it fail again, that shows at once and not after three times five minutes. */
    public void again(String job) {
        Engine.run(() -> jobs.setJobRetries(1)
                .jobId(job)
                .dueDate(Date.from(clock.instant()))
                .execute());
    }
}
