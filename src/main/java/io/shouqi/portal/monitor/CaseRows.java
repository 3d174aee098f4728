package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.lists.ListPage;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases by how they are doing. */
@Component
@Transactional(readOnly = true)
class CaseRows {

    /** How far back those that ended are shown where nobody says. */
    static final int DAYS = 30;

    private static final String CASES = "process_case";
    private static final Paged NEWEST = new Paged("cases", CASES, "v.started", "v.instance", true);
    private static final Paged LAST = new Paged("ended", CASES, "v.ended", "v.instance", true);

    private static final String COLUMNS = """
            , v.started, v.ended, v.state, coalesce(c.status, '') = 'CANCELLED' as withdrawn,
              exists (select from process_incident n where n.instance = v.instance) as failing,
              array(select distinct p.element from process_standing p where p.instance = v.instance order by 1) as at
            """;

    private static final String COUNTS = Arrays.stream(CaseState.values())
            .map(state -> "count(*) filter (where " + state.condition() + " and " + inPeriod(state) + ") as " + state)
            .collect(Collectors.joining(", ", "select ", " from process_case v"));

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of those that ended, those of the period; by default of the last thirty days. */
    Map<CaseState, Long> counts(Actor actor, Wanted wanted) {
        var scope = period(Scope.of(actor, wanted), wanted)
                // what ended long before need not be read at all
                .and("(v.ended is null or v.ended >= :endedFrom)");
        return scope.ask(jdbc, COUNTS + Scope.BUSINESS + scope.where())
                .query((rs, row) -> {
                    var counts = new EnumMap<CaseState, Long>(CaseState.class);
                    for (var state : CaseState.values()) {
                        counts.put(state, rs.getLong(state.name()));
                    }
                    return counts;
                })
                .single();
    }

    ListPage<CaseRow> page(Actor actor, Wanted wanted, @Nullable String cursor) {
        var state = wanted.state();
        var scope =
                period(Scope.of(actor, wanted), wanted).and(state.condition()).and(inPeriod(state));
        return (state.isOver() ? LAST : NEWEST).page(jdbc, scope, cursor, COLUMNS, "", CaseRows::row);
    }

    /** @throws Refusal 404 where there is none or this person may not know of it */
    CaseRow find(Actor actor, UUID instance) {
        var scope = Scope.of(actor).and("v.instance = :instance", "instance", instance.toString());
        return scope.ask(jdbc, "select " + Work.COLUMNS + COLUMNS + " from process_case v" + Work.JOINS + scope.where())
                .query((rs, row) -> row(rs))
                .optional()
                .orElseThrow(() -> Refusal.unknown("monitor.case.unknown"));
    }

    /** The case that called it and those it called, in the order in which they began. */
    List<CaseRow> related(Actor actor, UUID instance) {
        var scope = Scope.of(actor).and("""
                        (v.caller = :instance
                         or v.instance = (select k.caller from process_case k where k.instance = :instance))
                        """, "instance", instance.toString());
        return scope.ask(
                        jdbc,
                        "select " + Work.COLUMNS + COLUMNS + " from process_case v" + Work.JOINS + scope.where()
                                + " order by v.started, v.instance limit 50")
                .query((rs, row) -> row(rs))
                .list();
    }

    private static String inPeriod(CaseState state) {
        return state.isOver() ? "v.ended >= :endedFrom and v.ended < :endedUntil" : Scope.BEGUN_IN_PERIOD;
    }

    private Scope period(Scope scope, Wanted wanted) {
        var today = BusinessTime.today(clock);
        var from = wanted.from() == null && wanted.to() == null ? today.minusDays(DAYS) : wanted.from();
        return scope.and("true", "from", wanted.from() == null ? LocalDate.EPOCH : wanted.from())
                .and("true", "to", wanted.to() == null ? today.plusYears(1) : wanted.to())
                .and("true", "endedFrom", start(from == null ? LocalDate.EPOCH : from))
                .and("true", "endedUntil", start((wanted.to() == null ? today : wanted.to()).plusDays(1)));
    }

    private static Timestamp start(LocalDate day) {
        return EngineTime.of(BusinessTime.startOf(day));
    }

    private static CaseRow row(ResultSet rs) throws SQLException {
        var ended = rs.getTimestamp("ended");
        var at = rs.getArray("at");
        return new CaseRow(
                Work.of(rs),
                state(rs),
                rs.getBoolean("failing"),
                List.of((String[]) at.getArray()),
                EngineTime.shown(rs.getTimestamp("started"), BusinessTime.ZONE),
                ended == null ? null : EngineTime.shown(ended, BusinessTime.ZONE));
    }

    private static CaseState state(ResultSet rs) throws SQLException {
        if (rs.getTimestamp("ended") == null) {
            return rs.getString("state").equals("SUSPENDED") ? CaseState.SUSPENDED : CaseState.RUNNING;
        }
        return rs.getString("state").equals("COMPLETED") && !rs.getBoolean("withdrawn")
                ? CaseState.ENDED
                : CaseState.CANCELLED;
    }
}
