package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Drawing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money, number and age at every element of a process, in one statement. */
@Component
@Transactional(readOnly = true)
class HeatMap {

    private static final String FIGURES = """
            count(*) as cases, coalesce(sum(fen), 0) as fen, min(since) as first,
            percentile_disc(0.5) within group (order by since) as middle, count(*) filter (where failing) as failing
            """;

    /** A case at two elements is money at both, and once in the sum. */
    private static final String SQL = """
            with v as (
              select company, process, version, element, instance, business_key, min(since) as since
                from process_standing v
               where company = :company and process = :process %s group by 1, 2, 3, 4, 5, 6
            ), broken as (
              select distinct instance, element from process_incident where company = :company
            ), cases as materialized (
              select v.element, v.instance, v.since, b.instance is not null as failing, %s as fen
                from v %s
                left join broken b on b.instance = v.instance and b.element = v.element %s
            )
            select element, %s from cases group by element
            union all
            select '', %s from (select distinct on (instance) * from cases order by instance, since) each_once
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HeatMap(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param elements in the order that was asked for */
    record Figures(List<Heat> elements, Heat total) {

        public long most(Measure measure) {
            return elements.stream().mapToLong(heat -> heat.of(measure)).max().orElse(0);
        }

        /** From 1, hardly anything, to 5, the most. */
        public int level(Heat heat, Measure measure) {
            var most = most(measure);
            return most == 0 ? 1 : (int) Math.max(1, Math.ceil(5.0 * heat.of(measure) / most));
        }
    }

    Figures of(Actor actor, Wanted wanted, Drawing drawing) {
        var scope = Scope.of(actor, wanted).begun(wanted.from(), wanted.to());
        var joins = Scope.BUSINESS + Scope.OPEN_OF_ALL + Scope.LIST;
        var now = clock.instant();
        // tens of thousands of rows are sorted and hashed; on disk that takes twice as long
        jdbc.sql("select set_config('work_mem', '32MB', true)")
                .query(String.class)
                .single();
        var all = scope.ask(
                        jdbc,
                        SQL.formatted(scope.keys("business_key"), Scope.MONEY, joins, scope.where(), FIGURES, FIGURES))
                .query((rs, row) -> heat(rs, drawing, now))
                .list();
        var elements = new ArrayList<>(
                all.stream().filter(heat -> !heat.element().isEmpty()).toList());
        elements.sort(order(wanted, drawing));
        var total = all.stream()
                .filter(heat -> heat.element().isEmpty())
                .findFirst()
                .orElseThrow();
        return new Figures(elements, total);
    }

    private static Comparator<Heat> order(Wanted wanted, Drawing drawing) {
        var places = List.copyOf(drawing.names().keySet());
        var drawn = Comparator.<Heat>comparingInt(heat -> {
                    var place = places.indexOf(heat.element());
                    return place < 0 ? places.size() : place;
                })
                .thenComparing(Heat::element);
        var sort = wanted.sort();
        return sort == null
                ? drawn
                : Comparator.<Heat>comparingLong(heat -> -heat.of(sort)).thenComparing(drawn);
    }

    private static Heat heat(ResultSet rs, Drawing drawing, Instant now) throws SQLException {
        var element = Objects.requireNonNullElse(rs.getString("element"), "");
        var first = rs.getTimestamp("first");
        var middle = rs.getTimestamp("middle");
        return new Heat(
                element,
                drawing.nameOf(element),
                rs.getLong("cases"),
                Money.ofFen(rs.getLong("fen")),
                first == null ? Duration.ZERO : EngineTime.since(first, now),
                middle == null ? Duration.ZERO : EngineTime.since(middle, now),
                rs.getLong("failing"));
    }
}
