package io.shouqi.workflow;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts of processes and forms as they are kept. */
@Component
class ModelDraftTable {

    private static final String COLUMNS = """
            select id, company, kind, model_key, title, status, base_version, seen_version, reason, author, author_name,
                   author_for, created_at, changed_at, revision, submission, submitted_at, running, approver,
                   approver_name, opinion, decided_at, published_version
              from model_draft
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelDraftTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a draft is a draft of. */
    record Origin(ModelKind kind, String key, String title, int baseVersion, int seenVersion, String reason) {}

    UUID insert(Actor author, Origin origin, byte[] content) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into model_draft(id, company, kind, model_key, title, status, base_version, seen_version,
                          reason, author, author_name, author_for, content, created_at, changed_at)
                        values (:id, :company, :kind, :key, :title, 'DRAFT', :base, :seen, :reason, :author, :name, :for,
                          :content, :now, :now)
                        """)
                .param("id", id)
                .param("company", author.company())
                .param("kind", origin.kind().name())
                .param("key", origin.key())
                .param("title", origin.title())
                .param("base", origin.baseVersion())
                .param("seen", origin.seenVersion())
                .param("reason", origin.reason())
                .param("author", author.id())
                .param("name", author.name())
                .param("for", author.onBehalfOf())
                .param("content", content)
                .param("now", now())
                .update();
        return id;
    }

    Optional<ModelDraft> find(String company, UUID id) {
        return one(" where company = ? and id = ?", company, id);
    }

    /** Held until the end of the transaction. */
    Optional<ModelDraft> lock(String company, UUID id) {
        return one(" where company = ? and id = ? for update", company, id);
    }

    Optional<ModelDraft> bySubmission(String submission) {
        return one(" where submission = ?", submission);
    }

    Optional<ModelDraft> lockSubmission(String submission) {
        return one(" where submission = ? for update", submission);
    }

    private Optional<ModelDraft> one(String where, Object... parameters) {
        return jdbc.sql(COLUMNS + where)
                .params(parameters)
                .query(ModelDraftTable::draft)
                .optional();
    }

    /** The latest first. */
    List<ModelDraft> of(String company, String key) {
        return jdbc.sql(COLUMNS + " where company = ? and model_key = ? order by created_at desc, id desc")
                .params(company, key)
                .query(ModelDraftTable::draft)
                .list();
    }

    List<ModelDraft> open(String company) {
        return jdbc.sql(COLUMNS + " where company = ? and status in ('DRAFT', 'IN_REVIEW')"
                        + " order by created_at desc, id desc")
                .param(company)
                .query(ModelDraftTable::draft)
                .list();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from model_draft where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** @throws Refusal 409 where it was changed since that revision */
    void save(ModelDraft draft, int revision, String title, byte[] content) {
        changed(
                draft,
                jdbc.sql("""
                                update model_draft set title = ?, content = ?, changed_at = ?, revision = revision + 1
                                 where id = ? and status = 'DRAFT' and revision = ?
                                """)
                        .params(title, content, now(), draft.id(), revision)
                        .update());
    }

    void submit(ModelDraft draft, String submission, RunningCases running, int seenVersion) {
        changed(
                draft,
                jdbc.sql("""
                                update model_draft set status = 'IN_REVIEW', submission = ?, submitted_at = ?,
                                       running = ?, seen_version = ?, opinion = null, revision = revision + 1
                                 where id = ? and status = 'DRAFT'
                                """)
                        .params(submission, now(), running.name(), seenVersion, draft.id())
                        .update());
    }

    void move(ModelDraft draft, ModelStatus next) {
        changed(
                draft,
                jdbc.sql("update model_draft set status = ?, revision = revision + 1 where id = ? and status = ?")
                        .params(next.name(), draft.id(), draft.status().name())
                        .update());
    }

    /** @param next IN_REVIEW for a yes, which the process then acts upon */
    void decide(ModelDraft draft, Actor approver, ModelStatus next, @Nullable String opinion) {
        changed(
                draft,
                jdbc.sql("""
                                update model_draft set status = :next, approver = :approver, approver_name = :name,
                                       opinion = :opinion, decided_at = :now, revision = revision + 1
                                 where id = :id and status = 'IN_REVIEW'
                                """)
                        .param("next", next.name())
                        .param("approver", approver.id())
                        .param("name", approver.name())
                        .param("opinion", opinion)
                        .param("now", now())
                        .param("id", draft.id())
                        .update());
    }

    void publish(ModelDraft draft, int version) {
        changed(draft, jdbc.sql("""
                                update model_draft set status = 'PUBLISHED', published_at = ?, published_version = ?,
                                       revision = revision + 1
                                 where id = ? and status = 'IN_REVIEW' and approver is not null
                                """).params(now(), version, draft.id()).update());
    }

    private static void changed(ModelDraft draft, int rows) {
        if (rows == 0) {
            throw Refusal.conflict("models.draft.changed", draft.title());
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ModelDraft draft(ResultSet rs, int row) throws SQLException {
        var running = rs.getString("running");
        return new ModelDraft(
                rs.getObject("id", UUID.class),
                rs.getString("company"),
                ModelKind.valueOf(rs.getString("kind")),
                rs.getString("model_key"),
                rs.getString("title"),
                ModelStatus.valueOf(rs.getString("status")),
                rs.getInt("base_version"),
                rs.getInt("seen_version"),
                rs.getString("reason"),
                rs.getObject("author", UUID.class),
                rs.getString("author_name"),
                rs.getObject("author_for", UUID.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getInt("revision"),
                rs.getString("submission"),
                time(rs, "submitted_at"),
                running == null ? null : RunningCases.valueOf(running),
                rs.getObject("approver", UUID.class),
                rs.getString("approver_name"),
                rs.getString("opinion"),
                time(rs, "decided_at"),
                rs.getObject("published_version", Integer.class));
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
