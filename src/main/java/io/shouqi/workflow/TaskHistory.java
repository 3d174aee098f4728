package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.notice.Notice;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.Notices;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a task and was said about it, with the beginnings and ends of the other tasks of the same case. */
@Service
@Transactional
public class TaskHistory {

    private static final int MOST_WORDS = 1000;
    private static final int MOST_EVENTS = 300;

    private static final String TIMELINE = """
            with of_case as (
              select * from task where company = :company and subject = :subject and store_code = any(:stores))
            select * from (
              select created_at as at, 'CREATED' as kind, id, title, null as actor_name, null as acting_for,
                     null as about, null as words, 0 as seq
                from of_case
              union all
              select ended_at, 'OVERTAKEN', id, title, null, null, null, null, 9223372036854775807
                from of_case where status = 'GONE'
              union all
              select e.at, e.kind, c.id, c.title, e.actor_name, e.acting_for, e.about, e.words, e.id
                from of_case c join task_event e on e.task_id = c.id
               where c.id = :task or e.kind = 'COMPLETED') as events
             order by at desc, seq desc limit :most
            """;

    private final TaskGate gate;
    private final TaskScope scope;
    private final JdbcClient jdbc;
    private final Notices notices;
    private final Clock clock;

    TaskHistory(TaskGate gate, TaskScope scope, JdbcClient jdbc, Notices notices, Clock clock) {
        this.gate = gate;
        this.scope = scope;
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<TaskEvent> of(UUID id, Actor actor) {
        var task = gate.seen(id, actor).task();
        return scope.statement(TIMELINE, actor)
                .param("subject", task.subject())
                .param("task", id)
                .param("most", MOST_EVENTS)
                .query((row, number) -> new TaskEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        TaskEventKind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("actor_name"),
                        row.getString("acting_for"),
                        row.getString("about"),
                        row.getString("words")))
                .list();
    }

    /** @throws Refusal where nothing was said or too much, or the task has ended */
    public void comment(UUID id, Actor actor, @Nullable String text) {
        var checks = new Checks();
        var words = paragraph(checks, "text", text);
        if (words == null) {
            checks.add("text", "task.comment.empty");
        }
        checks.refuse();
        var task = gate.open(id, actor).task();
        note(task, TaskEventKind.COMMENTED, actor, null, words);
        var assignee = task.assignee();
        if (assignee != null && !actor.desks().contains(assignee)) {
            notices.tell(
                    assignee,
                    Notice.by(actor.name(), NoticeKind.TASK_COMMENTED, task.subject(), task.title(), "/tasks/" + id));
        }
    }

    void note(Task task, TaskEventKind kind, Actor actor, @Nullable String about, @Nullable String words) {
        var absent = actor.actingFor();
        jdbc.sql("""
                        insert into task_event(task_id, kind, at, actor, actor_name, acting_for, about, words)
                        values (:task, :kind, :at, :actor, :name, :absent, :about, :words)
                        """)
                .param("task", task.id())
                .param("kind", kind.name())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("absent", absent == null ? null : absent.name())
                .param("about", about)
                .param("words", words)
                .update();
    }

    /** Text of several lines. */
    static @Nullable String paragraph(Checks checks, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        // lines are the only control characters that people type on purpose
        checks.optional(field, text.replaceAll("\\R|\\t", " "), MOST_WORDS);
        return text.strip().replaceAll("\\R", "\n");
    }
}
