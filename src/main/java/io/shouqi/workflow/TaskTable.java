package io.shouqi.workflow;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table behind the task list. */
@Component
class TaskTable {

    private static final String DUE = "coalesce(due_on, 'infinity'::date)";

    /** In the actor's stores, and meant for one of the actor's roles or lying on a desk of the actor's. */
    private static final String VISIBLE = """
             company = :company and store_code = any(:stores)
             and (candidate_role = any(:roles) or assignee = any(:desks))
            """;

    private static final String WHOSE = " returning company, store_code";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LiveNews news;

    TaskTable(JdbcClient jdbc, Clock clock, LiveNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    void insert(Opened task) {
        jdbc.sql("""
                        insert into task(id, engine_task_id, company, store_code, definition, form, process,
                          business_key, subject, title, amount_fen, due_on, candidate_role, created_at)
                        values (:id, :engineTaskId, :company, :storeCode, :definition, :form, :process,
                          :businessKey, :subject, :title, :amount, :dueOn, :role, :now)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("engineTaskId", task.engineTaskId())
                .param("company", task.facts().company())
                .param("storeCode", task.facts().storeCode())
                .param("definition", task.definition())
                .param("form", task.form())
                .param("process", task.process())
                .param("businessKey", task.businessKey())
                .param("subject", task.facts().subject())
                .param("title", task.facts().title())
                .param("amount", fen(task.facts()))
                .param("dueOn", task.facts().dueOn())
                .param("role", task.role().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        news.announce(LiveKind.TASKS, task.facts().company(), task.facts().storeCode());
    }

    void refresh(UUID id, TaskFacts facts) {
        jdbc.sql("""
                        update task set store_code = :storeCode, subject = :subject, title = :title,
                          amount_fen = :amount, due_on = :dueOn
                         where id = :id
                        """)
                .param("id", id)
                .param("storeCode", facts.storeCode())
                .param("subject", facts.subject())
                .param("title", facts.title())
                .param("amount", fen(facts))
                .param("dueOn", facts.dueOn())
                .update();
        news.announce(LiveKind.TASKS, facts.company(), facts.storeCode());
    }

    void assign(String engineTaskId, UUID assignee, String name) {
        changed(jdbc.sql("update task set assignee = ?, assignee_name = ? where engine_task_id = ?" + WHOSE)
                .params(assignee, name, engineTaskId));
    }

    void release(String engineTaskId) {
        changed(jdbc.sql("update task set assignee = null, assignee_name = null where engine_task_id = ?" + WHOSE)
                .param(engineTaskId));
    }

    void end(String engineTaskId, TaskStatus how) {
        changed(jdbc.sql("update task set status = ?, ended_at = ? where engine_task_id = ?" + WHOSE)
                .params(how.name(), OffsetDateTime.now(clock), engineTaskId));
    }

    /** Open task lists hear of it. */
    private void changed(JdbcClient.StatementSpec update) {
        update.query(Whose.class)
                .list()
                .forEach(whose -> news.announce(LiveKind.TASKS, whose.company(), whose.storeCode()));
    }

    Optional<Row> find(UUID id, Actor actor) {
        return one(id, actor, "");
    }

    /** Nobody else changes that task until the transaction ends. */
    Optional<Row> lock(UUID id, Actor actor) {
        return one(id, actor, " for update");
    }

    private Optional<Row> one(UUID id, Actor actor, String suffix) {
        return scoped("select * from task where id = :id and" + VISIBLE + suffix, actor)
                .param("id", id)
                .query(TaskTable::row)
                .optional();
    }

    List<Row> openOf(String businessKey) {
        return jdbc.sql("select * from task where business_key = ? and status = 'OPEN' order by id for update")
                .param(businessKey)
                .query(TaskTable::row)
                .list();
    }

    /** Most urgent first, without a date last. */
    List<Task> page(TaskQueue queue, Actor actor, @Nullable TaskCursor after, int size) {
        var sql = "select * from task where status = 'OPEN' and" + VISIBLE + condition(queue)
                + (after == null ? "" : " and (" + DUE + ", id) > (cast(:due as date), :last)")
                + " order by " + DUE + ", id limit :size";
        var query = scoped(sql, actor).param("size", size);
        if (after != null) {
            query = query.param("due", after.due()).param("last", after.id());
        }
        return query.query(TaskTable::row).list().stream().map(Row::task).toList();
    }

    long count(TaskQueue queue, Actor actor) {
        return scoped("select count(*) from task where status = 'OPEN' and" + VISIBLE + condition(queue), actor)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec scoped(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param("company", actor.company())
                .param("stores", actor.stores().toArray(String[]::new))
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("desks", actor.desks().toArray(UUID[]::new));
    }

    private static String condition(TaskQueue queue) {
        return switch (queue) {
            case MINE -> " and assignee = any(:desks)";
            case GROUP -> " and assignee is null";
            case ALL -> "";
        };
    }

    private static @Nullable Long fen(TaskFacts facts) {
        var amount = facts.amount();
        return amount == null ? null : amount.fen();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        var fen = rs.getObject("amount_fen", Long.class);
        return new Row(
                new Task(
                        rs.getObject("id", UUID.class),
                        rs.getString("company"),
                        rs.getString("store_code"),
                        rs.getString("definition"),
                        rs.getString("process"),
                        rs.getString("business_key"),
                        rs.getString("subject"),
                        rs.getString("title"),
                        fen == null ? null : Money.ofFen(fen),
                        rs.getObject("due_on", LocalDate.class),
                        Role.valueOf(rs.getString("candidate_role")),
                        rs.getObject("assignee", UUID.class),
                        rs.getString("assignee_name"),
                        TaskStatus.valueOf(rs.getString("status")),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant()),
                rs.getString("engine_task_id"),
                rs.getString("form"));
    }

    /** A user task as the engine opened it, and what its desk says about it. */
    record Opened(
            String engineTaskId,
            String definition,
            @Nullable String form,
            String process,
            String businessKey,
            Role role,
            TaskFacts facts) {}

    private record Whose(String company, String storeCode) {}

    record Row(Task task, String engineTaskId, @Nullable String form) {}
}
