package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed into forms and not sent yet, one draft a person and task. */
@Component
class DraftTable {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DraftTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<TaskDraft> find(UUID task, Actor actor) {
        return jdbc.sql("select answers, saved_at from task_draft where task_id = ? and person = ?")
                .params(task, actor.id())
                .query((row, number) -> new TaskDraft(
                        json.readValue(row.getString("answers"), ANSWERS),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    TaskDraft save(UUID task, Actor actor, Map<String, Object> answers) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into task_draft(task_id, person, answers, saved_at) values (:task, :person, :answers, :now)
                        on conflict (task_id, person) do update set answers = excluded.answers, saved_at = excluded.saved_at
                        """)
                .param("task", task)
                .param("person", actor.id())
                .param("answers", json.writeValueAsString(answers))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return new TaskDraft(answers, now);
    }
}
