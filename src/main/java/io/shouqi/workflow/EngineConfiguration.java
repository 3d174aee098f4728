package io.shouqi.workflow;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine and nothing around it: no REST, no web application, no look into the application context. Process models
 * are written by people, so whatever could turn a model or a query into code is switched off here, and refused once
 * more where models are parsed ({@link ModelGuard}).
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EngineBeans beans,
            TaskProjection projection) {
        var engine = new SpringTransactionsProcessEngineConfiguration();
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setTransactionsExternallyManaged(true);
        engine.setDatabaseSchemaUpdate("false");
        // the engine's own generator fetches id blocks on a second connection in the middle of a transaction
        engine.setIdGenerator(() -> UuidCreator.getTimeOrderedEpoch().toString());
        engine.setHistory(ProcessEngineConfigurationImpl.HISTORY_ACTIVITY);
        engine.setHistoryCleanupBatchWindowStartTime("02:30+0800");
        engine.setHistoryCleanupBatchWindowEndTime("04:30+0800");
        // callers hear of failures by exception, and failed jobs are logged by the job executor
        engine.setEnableCmdExceptionLogging(false);
        closeDoors(engine, beans);
        engine.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new ModelGuard(beans.steps()), projection, new RehearsalWatch())));
        executeJobs(engine);
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    private static void closeDoors(ProcessEngineConfigurationImpl engine, EngineBeans beans) {
        engine.setBeans(beans.map());
        engine.setExpressionManager(new ClosedExpressions(beans.map()));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setArtifactFactory(new NoModelClasses());
        engine.setVariableTypes(Flags.storable());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        // scope and roles are enforced by the task list; nobody reaches the engine past it
        engine.setAuthorizationEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
    }

    private static void executeJobs(ProcessEngineConfigurationImpl engine) {
        var executor = new SystemJobExecutor();
        executor.setCorePoolSize(4);
        executor.setMaxPoolSize(4);
        executor.setQueueSize(12);
        executor.setMaxJobsPerAcquisition(8);
        // a job made on this node is seen at once; these are the looks for timers and for jobs of other nodes
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(5_000);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(1_000);
        engine.setJobExecutor(executor);
        engine.setJobExecutorActivate(false);
        // all nodes carry the same code, so any node may run any job
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorPreferTimerJobs(false);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setFailedJobRetryTimeCycle("R3/PT5M");
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }
}
