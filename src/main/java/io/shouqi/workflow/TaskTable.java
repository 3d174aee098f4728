package io.shouqi.workflow;

import static io.shouqi.workflow.TaskScope.VISIBLE;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import io.shouqi.workflow.TaskSubjects.Subject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table behind the task list. */
@Component
class TaskTable {

    private static final Subject NOWHERE = new Subject("", List.of());

    private final JdbcClient jdbc;
    private final TaskScope scope;
    private final ObjectProvider<TaskSubjects> subjects;
    private final LiveNews news;
    private final Clock clock;

    TaskTable(JdbcClient jdbc, TaskScope scope, ObjectProvider<TaskSubjects> subjects, LiveNews news, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.subjects = subjects;
        this.news = news;
        this.clock = clock;
    }

    void insert(Opened task) {
        facts(task.facts(), """
                        insert into task(id, engine_task_id, company, store_code, definition, step, form, process,
                          business_key, subject, title, address, parties, amount_fen, due_on, candidate_role, created_at)
                        values (:id, :engineTaskId, :company, :storeCode, :definition, :step, :form, :process,
                          :businessKey, :subject, :title, :address, :parties, :amount, :dueOn, :role, :now)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("engineTaskId", task.engineTaskId())
                .param("company", task.facts().company())
                .param("definition", task.definition())
                .param("step", task.step())
                .param("form", task.form())
                .param("process", task.process())
                .param("businessKey", task.businessKey())
                .param("role", task.role().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        news.announce(LiveKind.TASKS, task.facts().company(), task.facts().storeCode());
    }

    void refresh(UUID id, TaskFacts facts) {
        facts(facts, """
                        update task set store_code = :storeCode, subject = :subject, title = :title,
                          address = :address, parties = :parties, amount_fen = :amount, due_on = :dueOn
                         where id = :id
                        """).param("id", id).update();
        news.announce(LiveKind.TASKS, facts.company(), facts.storeCode());
    }

    private JdbcClient.StatementSpec facts(TaskFacts facts, String sql) {
        var subject = subjects.stream()
                .flatMap(known -> known.find(facts.subject()).stream())
                .findFirst()
                .orElse(NOWHERE);
        return jdbc.sql(sql)
                .param("storeCode", facts.storeCode())
                .param("subject", facts.subject())
                .param("title", facts.title())
                .param("address", subject.address())
                .param("parties", String.join("、", subject.parties()))
                .param("amount", fen(facts))
                .param("dueOn", facts.dueOn());
    }

    void assign(String engineTaskId, UUID assignee, String name) {
        changed(jdbc.sql("""
                        update task set assignee = ?, assignee_name = ?, assigned_at = ?, delegated_by = null,
                          delegated_name = null
                         where engine_task_id = ? returning company, store_code
                        """).params(assignee, name, OffsetDateTime.now(clock), engineTaskId));
    }

    void release(String engineTaskId) {
        changed(jdbc.sql("""
                        update task set assignee = null, assignee_name = null, assigned_at = null, delegated_by = null,
                          delegated_name = null
                         where engine_task_id = ? returning company, store_code
                        """).param(engineTaskId));
    }

    /** Notes who handed the task to its assignee. */
    void delegated(UUID id, UUID by, String name) {
        jdbc.sql("update task set delegated_by = ?, delegated_name = ? where id = ?")
                .params(by, name, id)
                .update();
    }

    /** Nobody needs the drafts any more. */
    void end(String engineTaskId, TaskStatus how) {
        changed(jdbc.sql(
                        "update task set status = ?, ended_at = ? where engine_task_id = ? returning company, store_code")
                .params(how.name(), OffsetDateTime.now(clock), engineTaskId));
        jdbc.sql("delete from task_draft where task_id = (select id from task where engine_task_id = ?)")
                .param(engineTaskId)
                .update();
    }

    /** Open task lists hear of it. */
    private void changed(JdbcClient.StatementSpec update) {
        update.query(Whose.class)
                .list()
                .forEach(whose -> news.announce(LiveKind.TASKS, whose.company(), whose.storeCode()));
    }

    Optional<TaskRow> find(UUID id, Actor actor) {
        return one(id, actor, "");
    }

    /** Nobody else changes that task until the transaction ends. */
    Optional<TaskRow> lock(UUID id, Actor actor) {
        return one(id, actor, " for update");
    }

    private Optional<TaskRow> one(UUID id, Actor actor, String suffix) {
        return scope.statement("select * from task where id = :id and" + VISIBLE + suffix, actor)
                .param("id", id)
                .query(TaskRow::of)
                .optional();
    }

    /** The open task of that number, where that person may see it. */
    Optional<TaskRow> openFor(String businessKey, Actor actor) {
        return scope
                .statement("select * from task where business_key = :key and status = 'OPEN' and" + VISIBLE, actor)
                .param("key", businessKey)
                .query(TaskRow::of)
                .list()
                .stream()
                .findFirst();
    }

    List<TaskRow> openOf(String businessKey) {
        return jdbc.sql("select * from task where business_key = ? and status = 'OPEN' order by id for update")
                .param(businessKey)
                .query(TaskRow::of)
                .list();
    }

    private static @Nullable Long fen(TaskFacts facts) {
        var amount = facts.amount();
        return amount == null ? null : amount.fen();
    }

    /** A user task as the engine opened it, and what its desk says about it. */
    record Opened(
            String engineTaskId,
            String definition,
            String step,
            @Nullable String form,
            String process,
            String businessKey,
            Role role,
            TaskFacts facts) {}

    private record Whose(String company, String storeCode) {}
}
