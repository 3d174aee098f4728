package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.lists.ListPage;
import io.shouqi.shared.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands at an element, who waits longest first. */
@Component
@Transactional(readOnly = true)
class StandingRows {

    private static final String STANDING = """
            (select company, process, version, instance, business_key, min(since) as since
               from process_standing where company = :company and process = :process and element = :element %s
              group by 1, 2, 3, 4, 5)""";

    private static final String COLUMNS = """
            , v.since, t.id as task, t.title,
              exists (select from process_incident n where n.instance = v.instance and n.element = :element) as failing
            """;

    private static final String TASK = """
            left join lateral (select t.id, t.title from task t
                                where t.status = 'OPEN' and t.business_key = v.business_key and t.process = v.process
                                  and t.definition = :element and t.company = :company and t.store_code = any(:places)
                                  and (t.candidate_role = any(:roles) or t.assignee = any(:desks))
                                order by t.created_at limit 1) t on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StandingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ListPage<StandingRow> page(Actor actor, Wanted wanted, @Nullable String cursor) {
        var now = clock.instant();
        var scope = Scope.of(actor, wanted)
                .begun(wanted.from(), wanted.to())
                .and("true", "element", wanted.element())
                .and("true", "roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .and("true", "desks", actor.desks().toArray(UUID[]::new));
        var paged =
                new Paged("standing", STANDING.formatted(scope.keys("business_key")), "v.since", "v.instance", false);
        return paged.page(jdbc, scope, cursor, COLUMNS, TASK, rs -> row(rs, now));
    }

    private static StandingRow row(ResultSet rs, Instant now) throws SQLException {
        var since = rs.getTimestamp("since");
        return new StandingRow(
                Work.of(rs),
                EngineTime.shown(since, BusinessTime.ZONE),
                EngineTime.since(since, now),
                rs.getObject("task", UUID.class),
                rs.getString("title"),
                rs.getBoolean("failing"));
    }
}
