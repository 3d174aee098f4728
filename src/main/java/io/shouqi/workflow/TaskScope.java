package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements about the tasks that somebody may see. */
@Component
class TaskScope {

    /** In the actor's stores, and meant for one of the actor's roles or lying on a desk of the actor's. */
    static final String VISIBLE = """
             company = :company and store_code = any(:stores)
             and (candidate_role = any(:roles) or assignee = any(:desks))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskScope(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sql may name the actor's company, stores, roles and desks, and today and sunday */
    JdbcClient.StatementSpec statement(String sql, Actor actor) {
        var today = BusinessTime.today(clock);
        return jdbc.sql(sql)
                .param("company", actor.company())
                .param("stores", places(actor))
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("desks", actor.desks().toArray(UUID[]::new))
                .param("today", today)
                .param("sunday", today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }

    /** Tasks of the company itself carry its code, and are for those of all its stores. */
    private static String[] places(Actor actor) {
        var company = actor.unit().equals(actor.company()) ? Stream.of(actor.company()) : Stream.<String>empty();
        return Stream.concat(actor.stores().stream(), company).toArray(String[]::new);
    }
}
