package io.shouqi.audit;

import io.shouqi.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds events, the newest first. Reads only. */
@Service
@Transactional(readOnly = true)
public class AuditSearch {

    /** What the chain of facts calls events; their keys are their ids. */
    public static final String SEALED_AS = "audit_event";

    private static final String EVENT = """
            select e.id, e.at, e.store_code, e.actor_name, e.acting_for, e.via, e.address, e.action, e.subject_kind,
                   e.subject, e.before::text as before, e.after::text as after, e.detail
              from audit_event e
             where e.company = :company and (e.store_code = any(:stores) or (e.store_code is null and :whole))
            """;

    /** Words are looked for as they are written, so no letter in them is a wild card. */
    private static final String WANTED = """
               and e.at >= :from and e.at < :until
               and (:person::text is null or strpos(lower(e.actor_name), lower(:person)) > 0)
               and (:action::text is null or e.action = :action)
               and (:kind::text is null or e.subject_kind = :kind)
               and (:subject::text is null or e.subject = :subject
                    or (e.detail = :subject and e.action like 'row.%'))
               and (:text::text is null or strpos(lower(concat_ws(' ', e.subject, e.detail, e.address, e.acting_for,
                                                                  e.before, e.after)), lower(:text)) > 0)
               and (:ids::bigint[] is null or e.id = any(:ids))
            """;

    private final JdbcClient jdbc;
    private final ColumnChanges changes;

    AuditSearch(JdbcClient jdbc, ColumnChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * What to look for; null does not narrow.
     *
     * @param from first business day
     * @param to last business day
     * @param person part of a name
     * @param kind table or thing
     * @param subject whole number or name of the thing, or of what an approval is about
     * @param text part of whatever the event says
     * @param ids these events alone
     */
    public record Wanted(
            LocalDate from,
            LocalDate to,
            @Nullable String person,
            @Nullable String action,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String text,
            @Nullable List<Long> ids) {}

    /** @param next where the following page begins; null on the last */
    public record Page(List<RecordedEvent> items, @Nullable EventCursor next) {}

    /** @param after the last event of the page before */
    public Page page(AuditScope scope, Wanted wanted, @Nullable EventCursor after, int size) {
        var found = filtered(EVENT + WANTED + """
                           and (:at::timestamptz is null or (e.at, e.id) < (:at, :id))
                         order by e.at desc, e.id desc limit :limit
                        """, scope, wanted)
                .param("at", after == null ? null : time(after.at()))
                .param("id", after == null ? 0 : after.id())
                .param("limit", size + 1)
                .query(Stored.class)
                .list();
        var items = found.stream().limit(size).map(this::read).toList();
        return new Page(items, found.size() > size ? EventCursor.of(items.get(size - 1)) : null);
    }

    /** @return how many there are, counting no further than {@code most} */
    public long count(AuditScope scope, Wanted wanted, int most) {
        return filtered("select count(*) from (" + EVENT + WANTED + " limit :most) c", scope, wanted)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    public Optional<RecordedEvent> find(AuditScope scope, long id) {
        return scoped(EVENT + " and e.id = :id", scope)
                .param("id", id)
                .query(Stored.class)
                .optional()
                .map(this::read);
    }

    private JdbcClient.StatementSpec filtered(String sql, AuditScope scope, Wanted wanted) {
        return scoped(sql, scope)
                .param("from", time(BusinessTime.startOf(wanted.from())))
                .param("until", time(BusinessTime.startOf(wanted.to().plusDays(1))))
                .param("person", wanted.person())
                .param("action", wanted.action())
                .param("kind", wanted.kind())
                .param("subject", wanted.subject())
                .param("text", wanted.text())
                .param("ids", wanted.ids() == null ? null : wanted.ids().toArray(Long[]::new));
    }

    private JdbcClient.StatementSpec scoped(String sql, AuditScope scope) {
        return jdbc.sql(sql)
                .param("company", scope.company())
                .param("stores", scope.stores().toArray(String[]::new))
                .param("whole", scope.wholeCompany());
    }

    private RecordedEvent read(Stored stored) {
        return new RecordedEvent(
                stored.id(),
                stored.at().toInstant(),
                stored.storeCode(),
                stored.actorName(),
                stored.actingFor(),
                stored.via(),
                stored.address(),
                stored.action(),
                stored.subjectKind(),
                stored.subject(),
                changes.between(stored.before(), stored.after()),
                stored.detail());
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record Stored(
            long id,
            OffsetDateTime at,
            @Nullable String storeCode,
            String actorName,
            @Nullable String actingFor,
            String via,
            @Nullable String address,
            String action,
            String subjectKind,
            @Nullable String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String detail) {}
}
