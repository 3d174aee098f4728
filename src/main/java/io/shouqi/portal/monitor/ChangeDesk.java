package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Checks;
import io.shouqi.workflow.CaseChange;
import io.shouqi.workflow.CaseChanges;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Frees a case by hand, and writes down who did it, why, and what was before and after. */
@Component
@Transactional
class ChangeDesk {

    private static final int REASON = 200;
    private static final String COMMA = "、";

    private final CaseRows cases;
    private final CaseChanges changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeDesk(CaseRows cases, CaseChanges changes, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that was done to a case before. */
    record Done(String fromElement, String toElement, String reason, String doneByName, OffsetDateTime doneAt) {}

    @Transactional(readOnly = true)
    CaseChange outlook(Actor actor, UUID instance, @Nullable String from, @Nullable String to) {
        var checks = new Checks();
        var leaves = checks.required("from", from, REASON);
        var enters = checks.required("to", to, REASON);
        checks.refuse();
        return changes.outlook(
                cases.find(actor, instance).work().instance(),
                Objects.requireNonNull(leaves),
                Objects.requireNonNull(enters));
    }

    void move(Actor actor, UUID instance, @Nullable String from, @Nullable String to, @Nullable String reason) {
        var checks = new Checks();
        var why = checks.required("reason", reason, REASON);
        var work = cases.find(actor, instance).work();
        checks.refuse();
        var outlook = outlook(actor, instance, from, to);
        var after = changes.move(
                work.instance(),
                Objects.requireNonNull(from).strip(),
                Objects.requireNonNull(to).strip());
        jdbc.sql("""
                        insert into process_change(id, company, store_code, process, version, instance, business_key,
                          from_element, to_element, reason, before, after, done_by, done_by_name, done_at)
                        values (:id, :company, :store, :process, :version, :instance, :key, :from, :to, :reason, :before, :after,
                          :by, :name, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("company", actor.company())
                .param("store", work.storeCode())
                .param("process", work.process())
                .param("version", work.version())
                .param("instance", work.instance())
                .param("key", work.key())
                .param("from", outlook.fromName())
                .param("to", outlook.toName())
                .param("reason", why)
                .param("before", before(outlook))
                .param("after", String.join(COMMA, after))
                .param("by", actor.id())
                .param("name", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String before(CaseChange outlook) {
        var standing = String.join(COMMA, outlook.standing());
        return outlook.tasks().isEmpty() ? standing : standing + "；" + String.join(COMMA, outlook.tasks());
    }

    /** The last first. */
    @Transactional(readOnly = true)
    List<Done> done(UUID instance) {
        return jdbc.sql("select from_element, to_element, reason, done_by_name, done_at from process_change"
                        + " where instance = ? order by done_at desc limit 20")
                .param(instance.toString())
                .query(Done.class)
                .list();
    }
}
