package io.shouqi.workflow;

import io.shouqi.database.Caller;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** Timers and asynchronous steps are the product's own work. */
class SystemJobExecutor extends DefaultJobExecutor {

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        var work = super.getExecuteJobsRunnable(jobs, engine);
        return () -> Caller.SYSTEM.run(work);
    }
}
