package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.lists.ListPage;
import io.shouqi.shared.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Timers and steps that wait for the product, the next first. Those that gave up are incidents. */
@Component
@Transactional(readOnly = true)
class JobRows {

    /** Jobs are looked for every few seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Paged PAGED =
            new Paged("jobs", "(select * from process_job where retries > 0)", "v.due", "v.job", false);

    private static final String COLUMNS = ", v.element, v.due, v.timer, v.retries, v.failed_before, v.suspended, v.job";

    private final JdbcClient jdbc;
    private final Clock clock;

    JobRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param retried failed before and with attempts left */
    record Counts(long late, long today, long later, long retried) {}

    Counts counts(Actor actor, Wanted wanted) {
        var now = clock.instant();
        var scope = Scope.of(actor, wanted)
                .and("v.retries > 0")
                .and("true", "late", EngineTime.of(now.minus(PATIENCE)))
                .and(
                        "true",
                        "tomorrow",
                        EngineTime.of(
                                BusinessTime.startOf(BusinessTime.dayOf(now).plusDays(1))));
        return scope.ask(jdbc, """
                        select count(*) filter (where v.due < :late) as late,
                               count(*) filter (where v.due >= :late and v.due < :tomorrow) as today,
                               count(*) filter (where v.due >= :tomorrow) as later,
                               count(*) filter (where v.failed_before) as retried
                          from process_job v""" + Scope.BUSINESS + scope.where())
                .query(Counts.class)
                .single();
    }

    ListPage<JobRow> page(Actor actor, Wanted wanted, @Nullable String cursor) {
        var now = clock.instant();
        return PAGED.page(jdbc, Scope.of(actor, wanted), cursor, COLUMNS, "", rs -> row(rs, now));
    }

    private static JobRow row(ResultSet rs, Instant now) throws SQLException {
        var due = rs.getTimestamp("due");
        return new JobRow(
                Work.of(rs),
                Objects.requireNonNullElse(rs.getString("element"), ""),
                EngineTime.shown(due, BusinessTime.ZONE),
                rs.getBoolean("timer"),
                due.toInstant().isBefore(now.minus(PATIENCE)),
                rs.getInt("retries"),
                rs.getBoolean("failed_before"),
                rs.getBoolean("suspended"));
    }
}
