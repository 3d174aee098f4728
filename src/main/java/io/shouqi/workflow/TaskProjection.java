package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Listens to every user task of every process and keeps the task list's own table in step, in one transaction. */
@Component
class TaskProjection extends AbstractBpmnParseListener implements TaskListener {

    private static final List<String> EVENTS =
            List.of(EVENTNAME_CREATE, EVENTNAME_ASSIGNMENT, EVENTNAME_COMPLETE, EVENTNAME_DELETE);

    private final TaskTable table;
    private final Desks desks;
    private final Users users;

    TaskProjection(TaskTable table, Desks desks, Users users) {
        this.table = table;
        this.desks = desks;
        this.users = users;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        EVENTS.forEach(event -> definition.addBuiltInTaskListener(event, this));
    }

    @Override
    public void notify(DelegateTask task) {
        if (Rehearsing.current() != null) {
            role((TaskEntity) task);
            return;
        }
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> opened((TaskEntity) task);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_COMPLETE -> table.end(task.getId(), TaskStatus.DONE);
            default -> table.end(task.getId(), TaskStatus.GONE);
        }
    }

    private void opened(TaskEntity task) {
        var execution = task.getExecution();
        var definition = task.getTaskDefinitionKey();
        var businessKey = execution.getProcessBusinessKey();
        var facts = desks.of(definition).facts(businessKey);
        if (!facts.company().equals(task.getTenantId())) {
            throw new IllegalStateException(definition + " of " + businessKey + " belongs to another company");
        }
        var form = task.getTaskDefinition().getFormDefinition().getCamundaFormDefinitionKey();
        table.insert(new TaskTable.Opened(
                task.getId(),
                definition,
                Objects.requireNonNullElse(task.getName(), facts.title()).replaceAll("\\s+", ""),
                form == null ? null : form.getExpressionText(),
                execution.getProcessDefinition().getKey(),
                businessKey,
                role(task),
                facts));
    }

    private static Role role(TaskEntity task) {
        var candidates = task.getCandidates();
        if (candidates.size() != 1) {
            throw new IllegalStateException(task.getTaskDefinitionKey() + " needs exactly one candidate role");
        }
        return Role.valueOf(candidates.iterator().next().getGroupId());
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() == null) {
            table.release(task.getId());
            return;
        }
        var assignee = UUID.fromString(task.getAssignee());
        var name = users.byId(assignee).map(Actor::name).orElseThrow();
        table.assign(task.getId(), assignee, name);
    }
}
