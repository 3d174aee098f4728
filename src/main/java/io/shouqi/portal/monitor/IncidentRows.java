package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.lists.ListPage;
import io.shouqi.shared.BusinessTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that failed for good, where they failed, the oldest first. */
@Component
@Transactional(readOnly = true)
class IncidentRows {

    private static final Paged PAGED =
            new Paged("incidents", "(select * from process_incident where own)", "v.since", "v.incident", false);

    private static final String COLUMNS = """
            , v.incident, v.element, v.since, v.job, v.message, v.trace,
              (select count(*) from process_retry t where t.instance = v.instance and t.element = v.element) as retried
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ListPage<IncidentRow> page(Actor actor, Wanted wanted, @Nullable String cursor) {
        return PAGED.page(jdbc, Scope.of(actor, wanted), cursor, COLUMNS, "", this::row);
    }

    long count(Actor actor, Wanted wanted) {
        var scope = Scope.of(actor, wanted).and("v.own");
        return scope.ask(jdbc, "select count(*) from process_incident v" + Scope.BUSINESS + scope.where())
                .query(Long.class)
                .single();
    }

    List<IncidentRow> of(Actor actor, UUID instance) {
        return some(Scope.of(actor).and("v.instance = :instance", "instance", instance.toString()));
    }

    /** Those of them that are still there and in this person's reach. */
    List<IncidentRow> find(Actor actor, List<String> ids) {
        return some(Scope.of(actor).and("v.incident = any(:ids)", "ids", ids.toArray(String[]::new)));
    }

    private List<IncidentRow> some(Scope scope) {
        return scope.and("v.own")
                .ask(
                        jdbc,
                        "select " + Work.COLUMNS + COLUMNS + " from process_incident v" + Work.JOINS + scope.where()
                                + " order by v.since, v.incident")
                .query((rs, row) -> row(rs))
                .list();
    }

    private IncidentRow row(ResultSet rs) throws SQLException {
        return row(rs, clock.instant());
    }

    private static IncidentRow row(ResultSet rs, Instant now) throws SQLException {
        var trace = rs.getBytes("trace");
        var technical = trace == null ? rs.getString("message") : new String(trace, StandardCharsets.UTF_8);
        var since = rs.getTimestamp("since");
        return new IncidentRow(
                rs.getString("incident"),
                Work.of(rs),
                Objects.requireNonNullElse(rs.getString("element"), ""),
                EngineTime.shown(since, BusinessTime.ZONE),
                EngineTime.since(since, now),
                Cause.of(technical),
                Technical.of(technical),
                Objects.requireNonNullElse(rs.getString("job"), ""),
                rs.getLong("retried"));
    }
}
