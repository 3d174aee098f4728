package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.Checks;
import io.shouqi.shared.PageAsk;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    public static final int PAGE = 50;

    /** More are not read at once. */
    public static final int MOST_ROWS = 300;

    private final TaskTable table;
    private final TaskQueries queries;
    private final TaskGate gate;
    private final TaskHistory history;
    private final FilledForms forms;
    private final Desks desks;
    private final Users users;
    private final Notices notices;
    private final TaskService engine;

    TaskList(
            TaskTable table,
            TaskQueries queries,
            TaskGate gate,
            TaskHistory history,
            FilledForms forms,
            Desks desks,
            Users users,
            Notices notices,
            TaskService engine) {
        this.table = table;
        this.queries = queries;
        this.gate = gate;
        this.history = history;
        this.forms = forms;
        this.desks = desks;
        this.users = users;
        this.notices = notices;
        this.engine = engine;
    }

    /** @param cursor of the page before; null for the first page */
    @Transactional(readOnly = true)
    public TaskPage page(TaskSearch search, Actor actor, @Nullable String cursor) {
        return page(search, actor, cursor, PAGE);
    }

    /** @param rows how many, for who has several pages in sight and looks at them again */
    @Transactional(readOnly = true)
    public TaskPage page(TaskSearch search, Actor actor, @Nullable String cursor, int rows) {
        var size = Math.min(Math.max(rows, PAGE), MOST_ROWS);
        var after = new PageAsk(cursor, null).after(search.sort().name());
        var found = queries.page(search, actor, after, size + 1);
        if (found.size() <= size) {
            return new TaskPage(found, null);
        }
        var items = found.subList(0, size);
        return new TaskPage(items, search.sort().endsAt(items.get(size - 1)).toString());
    }

    /** How many tasks the search finds, counted no further than {@code most}. */
    @Transactional(readOnly = true)
    public long count(TaskSearch search, Actor actor, long most) {
        return queries.count(search, actor, most);
    }

    /** How many open tasks lie in each queue. */
    @Transactional(readOnly = true)
    public Map<TaskQueue, Long> counts(Actor actor) {
        return queries.counts(actor);
    }

    /** What the actor's open tasks can be told apart by. */
    @Transactional(readOnly = true)
    public TaskChoices choices(Actor actor) {
        return queries.choices(actor);
    }

    @Transactional(readOnly = true)
    public Task find(UUID id, Actor actor) {
        return gate.seen(id, actor).task();
    }

    /** The open task of a process that works for that number, where it is one of the actor's. */
    @Transactional(readOnly = true)
    public Optional<Task> openFor(String businessKey, Actor actor) {
        return table.openFor(businessKey, actor).map(TaskRow::task);
    }

    /** The task, its form and the data the form is filled with: the facts, and what this person has typed before. */
    @Transactional(readOnly = true)
    public OpenTask open(UUID id, Actor actor) {
        var row = gate.seen(id, actor);
        var task = row.task();
        return new OpenTask(
                task,
                forms.schema(row),
                forms.data(row, actor),
                objection(task, actor).orElse(null));
    }

    /** Takes a task for oneself; a deputy puts it on the desk of the absent one, where it stays when the leave is over. */
    public void claim(UUID id, Actor actor) {
        var row = gate.mine(id, actor);
        requireNoObjection(row.task(), actor);
        if (row.task().assignee() == null) {
            assign(row, deskOf(actor));
            history.note(row.task(), TaskEventKind.CLAIMED, actor, null, null);
        }
    }

    /** Gives a task back to everybody of its role. */
    public void unclaim(UUID id, Actor actor) {
        var row = gate.mine(id, actor);
        if (row.task().assignee() != null) {
            assign(row, null);
            history.note(row.task(), TaskEventKind.RETURNED, actor, null, null);
        }
    }

    /** Colleagues who could do a task, by a part of their name; who must not do it for another reason is left out. */
    @Transactional(readOnly = true)
    public List<Users.Colleague> colleagues(UUID id, Actor actor, @Nullable String name) {
        var task = gate.seen(id, actor).task();
        return users.whoMayDo(
                task.role(),
                task.company(),
                task.storeCode(),
                name == null ? "" : name,
                Stream.of(actor.id(), task.assignee()).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /**
     * Hands a task to a colleague who has the role and the store for it.
     *
     * @param reason told in the history; null for none
     */
    public void delegate(UUID id, Actor actor, String username, @Nullable String reason) {
        var checks = new Checks();
        var words = TaskHistory.paragraph(checks, "reason", reason);
        checks.refuse();
        var row = gate.mine(id, actor);
        var task = row.task();
        var colleague = users.byUsername(username)
                .filter(other -> other.mayWorkIn(task.company(), task.storeCode()) && other.is(task.role()))
                .orElseThrow(() -> Refusal.invalid("to", "task.delegate.unsuitable"));
        objection(task, colleague).ifPresent(code -> {
            throw Refusal.invalid("to", "task.delegate.objection", colleague.name());
        });
        assign(row, colleague.id());
        var from = deskOf(actor);
        if (!colleague.id().equals(from)) {
            table.delegated(id, from, users.byId(from).map(Actor::name).orElse(actor.name()));
            history.note(task, TaskEventKind.DELEGATED, actor, colleague.name(), words);
            notices.tell(colleague.id(), delegation(task, actor));
        }
    }

    private static Notice delegation(Task task, Actor by) {
        return Notice.by(by.name(), NoticeKind.TASK_DELEGATED, task.subject(), task.title(), "/tasks/" + task.id());
    }

    /** Puts a task that was handed on back to the desk it came from. */
    public void giveBack(UUID id, Actor actor, @Nullable String reason) {
        var checks = new Checks();
        var words = TaskHistory.paragraph(checks, "reason", reason);
        checks.refuse();
        var row = gate.mine(id, actor);
        var task = row.task();
        var from = task.delegatedBy();
        if (from == null || !task.isBorrowedBy(actor)) {
            throw Refusal.conflict("task.notDelegated");
        }
        // who left meanwhile has no desk any more
        var there = users.byId(from).filter(other -> other.mayWorkIn(task.company(), task.storeCode()));
        assign(row, there.map(Actor::id).orElse(null));
        history.note(task, TaskEventKind.GIVEN_BACK, actor, task.delegatedName(), words);
        there.ifPresent(other -> notices.tell(other.id(), delegation(task, actor)));
    }

    /**
     * Completes a task: the desk's work, the list and the process move together or not at all.
     *
     * @throws Refusal naming the answers that are missing or wrong, or who was faster
     */
    public void complete(UUID id, Actor actor, Map<String, Object> answers) {
        var row = gate.mine(id, actor);
        var task = row.task();
        requireNoObjection(task, actor);
        var fields = forms.fields(row);
        fields.check(answers);
        if (!actor.id().equals(task.assignee())) {
            assign(row, actor.id());
        }
        history.note(task, TaskEventKind.COMPLETED, actor, null, fields.words(answers));
        var flags = desks.of(task.definition()).complete(task.businessKey(), actor, answers);
        Flags.check(flags);
        Engine.run(() -> engine.complete(row.engineTaskId(), flags));
    }

    /** Reads the facts of the open tasks of that number again, after what they tell has changed. */
    public void refresh(String businessKey) {
        table.lockOpenOf(businessKey).forEach(row -> {
            var task = row.task();
            table.refresh(task.id(), desks.of(task.definition()).facts(businessKey));
        });
    }

    private Optional<String> objection(Task task, Actor actor) {
        return task.isOpen() ? desks.of(task.definition()).objection(task.businessKey(), actor) : Optional.empty();
    }

    private void requireNoObjection(Task task, Actor actor) {
        objection(task, actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
    }

    private static UUID deskOf(Actor actor) {
        return Objects.requireNonNullElse(actor.onBehalfOf(), actor.id());
    }

    private void assign(TaskRow row, @Nullable UUID assignee) {
        Engine.run(() -> engine.setAssignee(row.engineTaskId(), assignee == null ? null : assignee.toString()));
    }
}
