package io.shouqi.workflow;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that people hang on tasks. The product keeps them and hands them out; it never opens one. */
@Service
@Transactional
public class TaskFiles {

    private static final int MOST_BYTES = 10 << 20;
    private static final int MOST_FILES = 10;

    private static final String FILES = """
            select id, task_id, name, type, size, added_by, added_by_name, added_at from task_attachment
            """;

    private final TaskGate gate;
    private final TaskHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskFiles(TaskGate gate, TaskHistory history, JdbcClient jdbc, Clock clock) {
        this.gate = gate;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Attachment> of(UUID task, Actor actor) {
        return of(gate.seen(task, actor).task());
    }

    private List<Attachment> of(Task task) {
        return jdbc.sql(FILES + " where task_id = ? order by added_at, id")
                .param(task.id())
                .query(TaskFiles::attachment)
                .list();
    }

    /**
     * Hangs a file on an open task.
     *
     * @param name as the browser says it is called
     * @throws Refusal where it is empty, too big, one too many, or of a kind that is not taken
     */
    public Attachment attach(UUID id, Actor actor, @Nullable String name, byte[] content) {
        var task = gate.open(id, actor).task();
        if (content.length == 0) {
            throw Refusal.invalid("file", "task.file.choose");
        }
        if (content.length > MOST_BYTES) {
            throw Refusal.invalid("file", "task.file.tooBig", MOST_BYTES >> 20);
        }
        var kind = FileKind.of(content).orElseThrow(() -> Refusal.invalid("file", "task.file.kind"));
        if (of(task).size() >= MOST_FILES) {
            throw Refusal.invalid("file", "task.file.many", MOST_FILES);
        }
        var attachment = new Attachment(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                kind.named(FileName.plain(name)),
                kind,
                content.length,
                actor.id(),
                actor.name(),
                clock.instant());
        save(attachment, content);
        history.note(task, TaskEventKind.ATTACHED, actor, attachment.name(), null);
        return attachment;
    }

    private void save(Attachment file, byte[] content) {
        jdbc.sql("""
                        insert into task_attachment(id, task_id, name, type, size, added_by, added_by_name, added_at)
                        values (:id, :task, :name, :type, :size, :by, :byName, :now)
                        """)
                .param("id", file.id())
                .param("task", file.task())
                .param("name", file.name())
                .param("type", file.kind().name())
                .param("size", file.size())
                .param("by", file.addedBy())
                .param("byName", file.addedByName())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into task_attachment_content(attachment_id, content) values (?, ?)")
                .params(file.id(), content)
                .update();
    }

    /** @throws Refusal 404 where there is no such file on a task that this person sees */
    @Transactional(readOnly = true)
    public Attachment find(UUID file, Actor actor) {
        var found = jdbc.sql(FILES + " where id = ?")
                .param(file)
                .query(TaskFiles::attachment)
                .optional()
                .orElseThrow(TaskFiles::unknown);
        try {
            gate.seen(found.task(), actor);
        } catch (Refusal e) {
            throw unknown();
        }
        return found;
    }

    @Transactional(readOnly = true)
    public byte[] content(UUID file, Actor actor) {
        return jdbc.sql("select content from task_attachment_content where attachment_id = ?")
                .param(find(file, actor).id())
                .query(byte[].class)
                .single();
    }

    /**
     * Takes a file away again.
     *
     * @return the task it hung on
     * @throws Refusal 403 where somebody else added it, 409 where the task has ended
     */
    public UUID remove(UUID file, Actor actor) {
        var found = find(file, actor);
        if (!found.addedBy().equals(actor.id())) {
            throw Refusal.forbidden("task.file.others", found.addedByName());
        }
        var task = gate.open(found.task(), actor).task();
        jdbc.sql("delete from task_attachment where id = ?").param(file).update();
        history.note(task, TaskEventKind.DETACHED, actor, found.name(), null);
        return task.id();
    }

    private static Refusal unknown() {
        return Refusal.unknown("task.file.unknown");
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getString("name"),
                FileKind.valueOf(row.getString("type")),
                row.getInt("size"),
                row.getObject("added_by", UUID.class),
                row.getString("added_by_name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
