package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Process instances as pictures, while they run and after they have ended. Scope is checked by the caller. */
@Service
@Transactional(readOnly = true)
public class Diagrams {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    Diagrams(RuntimeService runtime, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /** @throws Refusal 404 when that process never ran for that key */
    public ProcessPosition view(String process, String businessKey) {
        var instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1);
        if (instances.isEmpty()) {
            throw Refusal.unknown("process.unknown", businessKey);
        }
        return position(instances.get(0), new HashMap<>());
    }

    /** @throws Refusal 404 when the engine knows no such case */
    public ProcessPosition of(String instance) {
        var found = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        if (found == null) {
            throw Refusal.unknown("monitor.case.unknown");
        }
        return position(found, new HashMap<>());
    }

    private ProcessPosition position(HistoricProcessInstance instance, Map<String, String> diagrams) {
        var activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        return new ProcessPosition(
                instance.getProcessDefinitionKey(),
                Objects.requireNonNullElse(instance.getBusinessKey(), ""),
                diagrams.computeIfAbsent(instance.getProcessDefinitionId(), this::diagram),
                active(instance),
                passed(activities),
                failed(instance),
                instance.getEndTime() != null,
                called(instance, diagrams));
    }

    private Set<String> active(HistoricProcessInstance instance) {
        var active = new LinkedHashSet<String>();
        if (instance.getEndTime() == null) {
            var tree = runtime.getActivityInstance(instance.getId());
            // it may have ended since the history was read
            if (tree != null) {
                collect(tree, active);
            }
        }
        return active;
    }

    /** Asynchronous steps that have not begun are transitions in the engine's words. */
    private static void collect(ActivityInstance at, Set<String> active) {
        for (var transition : at.getChildTransitionInstances()) {
            active.add(transition.getActivityId());
        }
        for (var child : at.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                active.add(child.getActivityId());
            } else {
                collect(child, active);
            }
        }
    }

    private static Set<String> passed(List<HistoricActivityInstance> activities) {
        return activities.stream()
                .filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !id.endsWith("#multiInstanceBody"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> failed(HistoricProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<ProcessPosition> called(HistoricProcessInstance caller, Map<String, String> diagrams) {
        return history
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(callee -> position(callee, diagrams))
                .toList();
    }

    private String diagram(String definition) {
        return new String(DeployedFile.ofProcess(repository, definition), StandardCharsets.UTF_8);
    }
}
