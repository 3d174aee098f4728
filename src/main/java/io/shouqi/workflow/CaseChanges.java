package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import io.shouqi.workflow.ModelGraph.Node;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a case that is stuck: what it waits at is cancelled and another element of the same process starts. Whoever may
 * do that is checked by the caller.
 */
@Service
@Transactional
public class CaseChanges {

    /** What begins something. Events and gateways within a way are reached by the way alone. */
    private static final Set<String> STARTABLE = Set.of("userTask", "serviceTask", "callActivity", "eventBasedGateway");

    private static final String TASKS = """
            select t.title from task t join act_ru_task k on k.id_ = t.engine_task_id
             where t.status = 'OPEN'
               and (k.proc_inst_id_ = :instance and k.task_def_key_ = :from or k.proc_inst_id_ in (%s))
             order by t.created_at
            """;

    private static final String CALLED = """
            select s.id_ from act_ru_execution s join act_ru_execution x on x.id_ = s.super_exec_
             where x.proc_inst_id_ = :instance and x.act_id_ = :from
            """;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    CaseChanges(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc) {
        this.runtime = runtime;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Those in the process itself that are there once. */
    static List<String> startable(ModelGraph graph) {
        return graph.nodes().stream()
                .filter(CaseChanges::isMovable)
                .filter(node -> STARTABLE.contains(node.kind()))
                .map(Node::id)
                .toList();
    }

    private static boolean isMovable(Node node) {
        return ModelGraph.isModel(node.parent(), "process")
                && node.element().elements().stream()
                        .noneMatch(part -> ModelGraph.isModel(part, "multiInstanceLoopCharacteristics"));
    }

    /** @throws Refusal 409 or 422 saying why that must not be done */
    @Transactional(readOnly = true)
    public CaseChange outlook(String instance, String from, String to) {
        var graph = check(instance, from, to);
        return new CaseChange(
                graph.nameOf(from),
                graph.nameOf(to),
                standing(instance, graph),
                about(TASKS.formatted(CALLED), instance, from),
                about(CALLED, instance, from).size(),
                !about("select job from process_job where instance = :instance and element = :from", instance, from)
                        .isEmpty());
    }

    /**
     * @return names of the elements at which it waits afterwards; none where it ended
     * @throws Refusal as {@link #outlook}, or 409 where a step on the way failed; nothing has changed then
     */
    public List<String> move(String instance, String from, String to) {
        var graph = check(instance, from, to);
        try {
            Engine.run(() -> runtime.createProcessInstanceModification(instance)
                    .cancelAllForActivity(from)
                    .startBeforeActivity(to)
                    .execute());
        } catch (ProcessEngineException e) {
            throw Refusal.conflict("monitor.change.failed", graph.nameOf(to));
        }
        return standing(instance, graph);
    }

    private ModelGraph check(String instance, String from, String to) {
        var running = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .active()
                .singleResult();
        if (running == null) {
            throw Refusal.conflict("monitor.change.ended");
        }
        var graph = graph(running.getProcessDefinitionId());
        if (!elements(instance).contains(from)) {
            throw Refusal.conflict("monitor.change.moved");
        }
        if (graph.nodes().stream().noneMatch(node -> node.id().equals(from) && isMovable(node))) {
            throw Refusal.invalid("from", "monitor.change.inner", graph.nameOf(from));
        }
        if (!startable(graph).contains(to)) {
            throw Refusal.invalid("to", "monitor.change.target");
        }
        return graph;
    }

    private List<String> elements(String instance) {
        return jdbc.sql("select distinct element from process_standing where instance = ? order by element")
                .param(instance)
                .query(String.class)
                .list();
    }

    private List<String> standing(String instance, ModelGraph graph) {
        return elements(instance).stream().map(graph::nameOf).toList();
    }

    private List<String> about(String sql, String instance, String from) {
        return jdbc.sql(sql)
                .param("instance", instance)
                .param("from", from)
                .query(String.class)
                .list();
    }

    private ModelGraph graph(String definition) {
        return new ModelGraph(ModelXml.read(DeployedFile.ofProcess(repository, definition)));
    }
}
