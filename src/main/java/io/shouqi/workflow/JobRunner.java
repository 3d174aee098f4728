package io.shouqi.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs timers and asynchronous steps once the application is complete, and stops before anything they need. */
@Component
class JobRunner implements SmartLifecycle {

    private final JobExecutor executor;
    private final boolean wanted;

    JobRunner(ProcessEngine engine, Properties properties) {
        executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        wanted = properties.jobExecutor();
    }

    @Override
    public void start() {
        if (wanted) {
            executor.start();
        }
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }

    /** @param jobExecutor false on a node that only answers requests, and in tests that fire jobs by hand */
    @ConfigurationProperties("shouqi.workflow")
    record Properties(@DefaultValue("true") boolean jobExecutor) {}
}
