package io.shouqi.workflow;

import io.shouqi.workflow.Rehearsal.Waiting;
import io.shouqi.workflow.Rehearsal.What;
import io.shouqi.workflow.RehearsalChoice.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A rehearsed process and those it calls, moved by hand. */
final class RehearsalFamily {

    private final ProcessEngine engine;
    private final String root;
    private final Map<String, List<FlagUse>> uses = new HashMap<>();

    RehearsalFamily(ProcessEngine engine, String root) {
        this.engine = engine;
        this.root = root;
    }

    boolean hasEnded() {
        return members().isEmpty();
    }

    /** The asynchronous steps, one after the other, as the job executor would. */
    void runSteps() {
        var due = jobs().messages().list();
        while (!due.isEmpty()) {
            engine.getManagementService().executeJob(due.get(0).getId());
            due = jobs().messages().list();
        }
    }

    private JobQuery jobs() {
        return engine.getManagementService().createJobQuery().rootProcessInstanceId(root);
    }

    /** What somebody may choose to happen next. */
    List<Waiting> waiting() {
        return open().stream().map(Open::waiting).toList();
    }

    /** @return false where nothing of that kind waits there */
    boolean act(RehearsalChoice choice, Rehearsing rehearsing) {
        var open = open().stream()
                .filter(one -> choice.is(one.waiting().kind(), one.waiting().element()))
                .findFirst();
        open.ifPresent(one -> {
            var waiting = one.waiting();
            engine.getRuntimeService().setVariables(one.instance(), choice.values());
            rehearsing.note(new Rehearsal.Moment(
                    happening(waiting.kind()),
                    waiting.process(),
                    waiting.element(),
                    waiting.name(),
                    waiting.kind().name(),
                    choice.flags()));
            one.move().run();
        });
        return open.isPresent();
    }

    private static What happening(Kind kind) {
        return switch (kind) {
            case TASK -> What.COMPLETED;
            case TIMER -> What.DUE;
            default -> What.ARRIVED;
        };
    }

    /** @param move lets it happen */
    private record Open(Waiting waiting, String instance, Runnable move) {}

    private List<Open> open() {
        var open = new ArrayList<Open>();
        for (var member : members()) {
            tasks(member, open);
            messages(member, open);
            timers(member, open);
        }
        return open;
    }

    private void tasks(ProcessInstance member, List<Open> open) {
        var service = engine.getTaskService();
        service.createTaskQuery().processInstanceId(member.getId()).list().forEach(task -> {
            var role = service.getIdentityLinksForTask(task.getId()).stream()
                    .map(link -> Objects.toString(link.getGroupId(), ""))
                    .findFirst()
                    .orElse("");
            var waiting = waiting(Kind.TASK, member, task.getTaskDefinitionKey(), role);
            open.add(new Open(waiting, member.getId(), () -> service.complete(task.getId())));
        });
    }

    private void messages(ProcessInstance member, List<Open> open) {
        var service = engine.getRuntimeService();
        service.createEventSubscriptionQuery()
                .processInstanceId(member.getId())
                .eventType("message")
                .list()
                .forEach(hearing -> open.add(new Open(
                        waiting(Kind.MESSAGE, member, hearing.getActivityId(), hearing.getEventName()),
                        member.getId(),
                        () -> service.messageEventReceived(hearing.getEventName(), hearing.getExecutionId()))));
    }

    private void timers(ProcessInstance member, List<Open> open) {
        var service = engine.getManagementService();
        service.createJobQuery()
                .processInstanceId(member.getId())
                .timers()
                .list()
                .forEach(timer -> open.add(new Open(
                        waiting(
                                Kind.TIMER,
                                member,
                                place(timer),
                                timer.getDuedate().toInstant().toString()),
                        member.getId(),
                        () -> service.executeJob(timer.getId()))));
    }

    private String place(Job timer) {
        return engine
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .list()
                .stream()
                .map(JobDefinition::getActivityId)
                .findFirst()
                .orElse("");
    }

    private Waiting waiting(Kind kind, ProcessInstance member, String element, String detail) {
        var definition = definition(member);
        var place = Rehearsing.moment(What.REACHED, definition.getKey(), activity(definition, element), Map.of());
        var values = engine.getRuntimeService().getVariables(member.getId());
        return new Waiting(
                kind,
                place.process(),
                element,
                place.name(),
                detail,
                uses.computeIfAbsent(member.getProcessDefinitionId(), this::uses),
                Rehearsing.texts(values));
    }

    private ProcessDefinitionEntity definition(ProcessInstance member) {
        return (ProcessDefinitionEntity) ((RepositoryServiceImpl) engine.getRepositoryService())
                .getDeployedProcessDefinition(member.getProcessDefinitionId());
    }

    private static PvmActivity activity(ProcessDefinitionEntity definition, String element) {
        return Objects.requireNonNull(definition.findActivity(element), element);
    }

    private List<FlagUse> uses(String definition) {
        var model = engine.getRepositoryService().getProcessModel(definition);
        return List.copyOf(FlagUses.of(Bpmn.readModelFromStream(model)).values());
    }

    /** Those that still run, the rehearsed one first. */
    private List<ProcessInstance> members() {
        var members = new ArrayList<ProcessInstance>();
        var next = new ArrayDeque<>(instances().processInstanceId(root).list());
        while (!next.isEmpty()) {
            var member = next.remove();
            members.add(member);
            next.addAll(instances().superProcessInstanceId(member.getId()).list());
        }
        return members;
    }

    private ProcessInstanceQuery instances() {
        return engine.getRuntimeService().createProcessInstanceQuery();
    }
}
