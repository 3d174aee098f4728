package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work that waits for people. Everybody sees the tasks of their roles in their stores; for all others a task does
 * not exist. Who changes a task holds its row until the end of the transaction, so of two people one is told who was
 * faster.
 */
@Service
@Transactional
public class TaskList {

    private static final int PAGE = 50;

    private final TaskTable table;
    private final Desks desks;
    private final Forms forms;
    private final Users users;
    private final Notices notices;
    private final TaskService engine;

    TaskList(TaskTable table, Desks desks, Forms forms, Users users, Notices notices, TaskService engine) {
        this.table = table;
        this.desks = desks;
        this.forms = forms;
        this.users = users;
        this.notices = notices;
        this.engine = engine;
    }

    /** @param cursor of the page before; null for the first page */
    @Transactional(readOnly = true)
    public TaskPage page(TaskQueue queue, Actor actor, @Nullable String cursor) {
        var found = table.page(queue, actor, cursor == null ? null : TaskCursor.parse(cursor), PAGE + 1);
        if (found.size() <= PAGE) {
            return new TaskPage(found, null);
        }
        var items = found.subList(0, PAGE);
        return new TaskPage(items, TaskCursor.after(items.get(PAGE - 1)).toString());
    }

    @Transactional(readOnly = true)
    public long count(TaskQueue queue, Actor actor) {
        return table.count(queue, actor);
    }

    @Transactional(readOnly = true)
    public Task find(UUID id, Actor actor) {
        return row(id, actor).task();
    }

    /** The task, its form and the data the form is filled with. */
    @Transactional(readOnly = true)
    public OpenTask open(UUID id, Actor actor) {
        var row = row(id, actor);
        var task = row.task();
        Map<String, Object> data = task.status() == TaskStatus.OPEN
                ? desks.of(task.definition()).facts(task.businessKey()).form()
                : Map.of();
        var schema = row.form() == null ? null : forms.latest(task.company(), row.form());
        return new OpenTask(task, schema, data, objection(task, actor).orElse(null));
    }

    /** Takes a task for oneself; a deputy puts it on the desk of the absent one, where it stays when the leave is over. */
    public void claim(UUID id, Actor actor) {
        var row = lockFor(id, actor);
        requireNoObjection(row.task(), actor);
        if (row.task().assignee() == null) {
            var absent = actor.actingFor();
            assign(row, absent == null ? actor.id() : absent.id());
        }
    }

    /** Gives a task back to everybody of its role. */
    public void unclaim(UUID id, Actor actor) {
        var row = lockFor(id, actor);
        if (row.task().assignee() != null) {
            assign(row, null);
        }
    }

    /** Hands a task to a colleague who has the role and the store for it. */
    public void delegate(UUID id, Actor actor, String username) {
        var row = lockFor(id, actor);
        var task = row.task();
        var colleague = users.byUsername(username)
                .filter(other -> other.mayWorkIn(task.company(), task.storeCode()) && other.is(task.role()))
                .orElseThrow(() -> Refusal.invalid("to", "task.delegate.unsuitable"));
        assign(row, colleague.id());
        if (!actor.desks().contains(colleague.id())) {
            notices.tell(
                    colleague.id(),
                    Notice.by(actor.name(), NoticeKind.TASK_DELEGATED, task.subject(), task.title(), "/tasks/" + id));
        }
    }

    /**
     * Completes a task: the desk's work, the list and the process move together or not at all.
     *
     * @throws Refusal naming the answers that are missing or wrong, or who was faster
     */
    public void complete(UUID id, Actor actor, Map<String, Object> answers) {
        var row = lockFor(id, actor);
        var task = row.task();
        requireNoObjection(task, actor);
        if (!actor.id().equals(task.assignee())) {
            assign(row, actor.id());
        }
        var flags = desks.of(task.definition()).complete(task.businessKey(), actor, answers);
        Flags.check(flags);
        Engine.run(() -> engine.complete(row.engineTaskId(), flags));
    }

    /** Reads the facts of the open tasks of that number again, after what they tell has changed. */
    public void refresh(String businessKey) {
        table.openOf(businessKey).forEach(row -> {
            var task = row.task();
            table.refresh(task.id(), desks.of(task.definition()).facts(businessKey));
        });
    }

    private Optional<String> objection(Task task, Actor actor) {
        return task.status() == TaskStatus.OPEN
                ? desks.of(task.definition()).objection(task.businessKey(), actor)
                : Optional.empty();
    }

    private void requireNoObjection(Task task, Actor actor) {
        objection(task, actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
    }

    private TaskTable.Row row(UUID id, Actor actor) {
        return table.find(id, actor).orElseThrow(TaskList::unknown);
    }

    private TaskTable.Row lockFor(UUID id, Actor actor) {
        var row = table.lock(id, actor).orElseThrow(TaskList::unknown);
        var task = row.task();
        switch (task.status()) {
            case DONE -> throw Refusal.conflict("task.done", Objects.requireNonNull(task.assigneeName()));
            case GONE -> throw Refusal.conflict("task.gone");
            case OPEN -> {
                if (task.assignee() != null && !task.isOnDeskOf(actor)) {
                    throw Refusal.conflict("task.taken", Objects.requireNonNull(task.assigneeName()));
                }
            }
        }
        return row;
    }

    private void assign(TaskTable.Row row, @Nullable UUID assignee) {
        Engine.run(() -> engine.setAssignee(row.engineTaskId(), assignee == null ? null : assignee.toString()));
    }

    private static Refusal unknown() {
        return Refusal.unknown("task.unknown");
    }
}
