package io.shouqi.pricing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.sheet.TableForm;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored versions of each company's tables. What is published never changes. */
@Repository
@Transactional
class RuleVersions {

    private static final String COLUMNS = """
            select id, company, table_code, title, version, valid_from, status, base_version, reason, author, author_name,
                   author_for, sha256, created_at, changed_at, revision, submission, submitted_at, approver_name,
                   published_at, published_as
              from rule_version
            """;

    private static final String BY_PUBLICATION = " order by published_as";

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a new version is besides its workbook. */
    record Draft(
            String company,
            TableForm form,
            LocalDate validFrom,
            @Nullable Integer baseVersion,
            String reason) {}

    /** All versions, the newest first. */
    List<StoredVersion> all(String company, String table) {
        return jdbc.sql(COLUMNS + "where company = ? and table_code = ? order by version desc")
                .params(company, table)
                .query(RuleVersions::stored)
                .list();
    }

    /** Published versions in the order of their publication. */
    List<StoredVersion> published(String company, String table) {
        return jdbc.sql(COLUMNS + "where company = ? and table_code = ? and published_as is not null" + BY_PUBLICATION)
                .params(company, table)
                .query(RuleVersions::stored)
                .list();
    }

    /** Everything published by all companies, in the order of publication. */
    List<StoredVersion> everyPublished() {
        return jdbc.sql(COLUMNS + "where published_as is not null" + BY_PUBLICATION)
                .query(RuleVersions::stored)
                .list();
    }

    /** How many were ever published: tells at a glance whether there is something new. */
    long countPublished() {
        return jdbc.sql("select count(*) from rule_version where published_as is not null")
                .query(Long.class)
                .single();
    }

    /** Of every table the version that was published last. */
    List<StoredVersion> latest(String company) {
        return jdbc.sql(COLUMNS + """
                        where company = ? and published_as = (select max(o.published_as) from rule_version o
                              where o.company = rule_version.company and o.table_code = rule_version.table_code)
                        """).param(company).query(RuleVersions::stored).list().stream()
                .sorted(Comparator.comparing(StoredVersion::tableCode))
                .toList();
    }

    Optional<StoredVersion> find(String company, String table, int version) {
        return jdbc.sql(COLUMNS + "where company = ? and table_code = ? and version = ?")
                .params(company, table, version)
                .query(RuleVersions::stored)
                .optional();
    }

    Optional<StoredVersion> bySubmission(String submission) {
        return jdbc.sql(COLUMNS + "where submission = ?")
                .param(submission)
                .query(RuleVersions::stored)
                .optional();
    }

    StoredVersion byId(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(RuleVersions::stored)
                .single();
    }

    /** Who changes a version holds it until the end of the transaction. */
    StoredVersion lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ? for no key update")
                .param(id)
                .query(RuleVersions::stored)
                .single();
    }

    byte[] workbook(UUID id) {
        return jdbc.sql("select content from rule_version where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** One at a time for a table, so that numbers and publications have an order. */
    void awaitTurn(String company, String table) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rules:" + company + ":" + table)
                .query(rs -> {});
    }

    /** @param author null for what came with the product */
    StoredVersion draft(Draft draft, byte[] workbook, @Nullable Actor author) {
        awaitTurn(draft.company(), draft.form().code());
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into rule_version(id, company, table_code, version, valid_from, status, title,
                                                 base_version, reason, author, author_name, author_for, content, sha256,
                                                 created_at, changed_at)
                        select :id, :company, :table,
                               (select coalesce(max(version), 0) + 1 from rule_version
                                 where company = :company and table_code = :table),
                               :validFrom, 'DRAFT', :title, :base, :reason, :author, :name, :for, :content, :sha256,
                               :now, :now
                        """)
                .param("id", id)
                .param("company", draft.company())
                .param("table", draft.form().code())
                .param("validFrom", draft.validFrom())
                .param("title", draft.form().title())
                .param("base", draft.baseVersion())
                .param("reason", draft.reason())
                .param("author", author == null ? null : author.id())
                .param("name", author == null ? Caller.SYSTEM.name() : author.name())
                .param("for", author == null ? null : author.onBehalfOf())
                .param("content", workbook)
                .param("sha256", Sha256.hex(workbook))
                .param("now", now())
                .update();
        return byId(id);
    }

    /** @throws Refusal 409 where it was changed since it was read */
    void rewrite(StoredVersion draft, LocalDate validFrom, String reason, byte[] workbook) {
        changed(
                draft,
                jdbc.sql("""
                                update rule_version set valid_from = ?, reason = ?, content = ?, sha256 = ?, changed_at = ?,
                                       revision = revision + 1
                                 where id = ? and status = 'DRAFT' and revision = ?
                                """)
                        .params(validFrom, reason, workbook, Sha256.hex(workbook), now(), draft.id(), draft.revision())
                        .update());
    }

    void submit(StoredVersion draft, String submission) {
        changed(draft, jdbc.sql("""
                                update rule_version set status = 'IN_REVIEW', submission = ?, submitted_at = ?,
                                       revision = revision + 1 where id = ? and status = 'DRAFT'
                                """).params(submission, now(), draft.id()).update());
    }

    /** From review back to its author, or to its end without being published. */
    void move(StoredVersion version, RuleStatus next) {
        changed(
                version,
                jdbc.sql("update rule_version set status = ?, revision = revision + 1 where id = ? and status = ?")
                        .params(next.name(), version.id(), version.status().name())
                        .update());
    }

    void reject(StoredVersion version, Actor by) {
        changed(version, jdbc.sql("""
                                update rule_version set status = 'REJECTED', approver = ?, approver_name = ?,
                                       revision = revision + 1 where id = ? and status = 'IN_REVIEW'
                                """).params(by.id(), by.name(), version.id()).update());
    }

    /** @param approver null for what came with the product */
    void publish(StoredVersion version, @Nullable UUID approver, @Nullable String approverName) {
        awaitTurn(version.company(), version.tableCode());
        changed(
                version,
                jdbc.sql("""
                                update rule_version set status = 'PUBLISHED', approver = :approver,
                                       approver_name = :name, published_at = :now,
                                       published_as = nextval('rule_publication'), revision = revision + 1
                                 where id = :id and status = 'IN_REVIEW'
                                """)
                        .param("approver", approver)
                        .param("name", approverName)
                        .param("now", now())
                        .param("id", version.id())
                        .update());
    }

    /** The starting set has no author and needs no review. */
    StoredVersion publishShipped(Draft draft, byte[] workbook) {
        var made = draft(draft, workbook, null);
        submit(made, "shipped:" + made.id());
        publish(made, null, null);
        return byId(made.id());
    }

    private static void changed(StoredVersion version, int rows) {
        if (rows == 0) {
            throw Refusal.conflict("rules.version.changed", version.title(), version.version());
        }
    }

    /** As the database keeps it, so that what is known at this moment includes what happens at it. */
    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static StoredVersion stored(ResultSet rs, int row) throws SQLException {
        return new StoredVersion(
                rs.getObject("id", UUID.class),
                rs.getString("company"),
                rs.getString("table_code"),
                rs.getString("title"),
                rs.getInt("version"),
                rs.getObject("valid_from", LocalDate.class),
                RuleStatus.valueOf(rs.getString("status")),
                rs.getObject("base_version", Integer.class),
                rs.getString("reason"),
                rs.getObject("author", UUID.class),
                rs.getString("author_name"),
                rs.getObject("author_for", UUID.class),
                rs.getString("sha256"),
                time(rs, "created_at"),
                time(rs, "changed_at"),
                rs.getInt("revision"),
                rs.getString("submission"),
                optionalTime(rs, "submitted_at"),
                rs.getString("approver_name"),
                optionalTime(rs, "published_at"),
                rs.getLong("published_as"));
    }

    private static Instant time(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalTime(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
