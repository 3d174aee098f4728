package io.shouqi.workflow;

import io.shouqi.workflow.MigrationOutlook.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running cases to a new version. Only steps that are the same in both are mapped; a case that waits elsewhere is
 * left alone. The engine moves them one by one in the background, each in a transaction of its own.
 */
@Component
class ModelMigrations {

    private final Deployments deployments;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate undone;
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelMigrations(
            Deployments deployments,
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.deployments = deployments;
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.undone = new TransactionTemplate(transactions);
        this.undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tries the plan with the model deployed, in a transaction that is always rolled back. */
    List<MigrationOutlook> outlook(String company, String key, byte[] content) {
        var found = undone.execute(transaction -> {
            transaction.setRollbackOnly();
            var target = deployments
                    .publish(company, ModelKind.PROCESS, key, content)
                    .getDeployedProcessDefinitions()
                    .get(0);
            try {
                return sources(company, key, target).stream()
                        .map(source -> outlook(source, plan(source, target)))
                        .toList();
            } finally {
                engine.getDeploymentCache().removeProcessDefinition(target.getId());
            }
        });
        return Objects.requireNonNull(found);
    }

    /** Begins to move what can be moved, from each version there are cases on. */
    void start(ModelDraft draft) {
        var version = Objects.requireNonNull(draft.publishedVersion());
        var target = repository
                .createProcessDefinitionQuery()
                .tenantIdIn(draft.company())
                .processDefinitionKey(draft.key())
                .processDefinitionVersion(version)
                .singleResult();
        for (var source : sources(draft.company(), draft.key(), target)) {
            var plan = plan(source, target);
            var all = cases(source, Set.of());
            var stuck = steps(outlook(source, plan));
            var staying = stuck.isEmpty() ? List.<String>of() : cases(source, stuck);
            var moving = new ArrayList<>(all);
            moving.removeAll(new HashSet<>(staying));
            if (!moving.isEmpty()) {
                var batch =
                        runtime.newMigration(plan).processInstanceIds(moving).executeAsync();
                remember(batch.getId(), draft, source.getVersion(), version, moving.size(), staying.size());
            }
        }
    }

    private void remember(String batch, ModelDraft draft, int from, int to, int cases, int staying) {
        jdbc.sql("insert into model_migration(batch, draft, from_version, to_version, cases, staying, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        batch,
                        draft.id(),
                        from,
                        to,
                        cases,
                        staying,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<MigrationProgress> progress(UUID draft) {
        return jdbc.sql("select * from model_migration where draft = ? order by from_version desc")
                .param(draft)
                .query(this::moved)
                .list();
    }

    /** A batch the engine has forgotten is done. */
    private MigrationProgress moved(ResultSet rs, int row) throws SQLException {
        var batch = management
                .createBatchStatisticsQuery()
                .batchId(rs.getString("batch"))
                .singleResult();
        var cases = rs.getInt("cases");
        return new MigrationProgress(
                rs.getInt("from_version"),
                rs.getInt("to_version"),
                cases,
                batch == null ? cases : batch.getCompletedJobs(),
                batch == null ? 0 : batch.getFailedJobs(),
                rs.getInt("staying"));
    }

    private List<ProcessDefinition> sources(String company, String key, ProcessDefinition target) {
        return repository
                .createProcessDefinitionQuery()
                .tenantIdIn(company)
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(source -> !source.getId().equals(target.getId()))
                .filter(source -> runtime.createProcessInstanceQuery()
                                .processDefinitionId(source.getId())
                                .count()
                        > 0)
                .toList();
    }

    private MigrationPlan plan(ProcessDefinition source, ProcessDefinition target) {
        return runtime.createMigrationPlan(source.getId(), target.getId())
                .mapEqualActivities()
                .build();
    }

    private MigrationOutlook outlook(ProcessDefinition source, MigrationPlan plan) {
        var mapped = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        var names = new ModelGraph(ModelXml.read(model(source)));
        var waiting = management.createActivityStatisticsQuery(source.getId()).list().stream()
                .filter(step -> step.getInstances() > 0)
                .map(step -> new Waiting(
                        step.getId(), names.nameOf(step.getId()), step.getInstances(), mapped.contains(step.getId())))
                .toList();
        return new MigrationOutlook(source.getVersion(), running(source), waiting);
    }

    private byte[] model(ProcessDefinition source) {
        return DeployedFile.ofProcess(repository, source.getId());
    }

    private static Set<String> steps(MigrationOutlook outlook) {
        return outlook.waiting().stream()
                .filter(waiting -> !waiting.moves())
                .map(Waiting::element)
                .collect(Collectors.toSet());
    }

    private int running(ProcessDefinition source) {
        return Math.toIntExact(runtime.createProcessInstanceQuery()
                .processDefinitionId(source.getId())
                .count());
    }

    /** @param at steps at which they wait; empty for anywhere */
    private List<String> cases(ProcessDefinition source, Set<String> at) {
        var query = runtime.createProcessInstanceQuery().processDefinitionId(source.getId());
        if (!at.isEmpty()) {
            query.activityIdIn(at.toArray(String[]::new));
        }
        return query.list().stream().map(ProcessInstance::getId).toList();
    }
}
