package io.shouqi.portal.shell;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has been shown around, as what. */
@Service
@Transactional
class Tours {

    private final JdbcClient jdbc;
    private final Clock clock;

    Tours(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person has a role as which the product is new. Who stands in for a colleague is busy. */
    @Transactional(readOnly = true)
    public boolean isDue(Actor actor) {
        return actor.actingFor() == null
                && jdbc.sql("select count(*) from tour_seen where person = ? and role = any(?)")
                                .params(actor.id(), roles(actor))
                                .query(Integer.class)
                                .single()
                        < actor.roles().size();
    }

    public void seen(Actor actor) {
        jdbc.sql("""
                        insert into tour_seen(person, role, seen_at) select :person, unnest(:roles), :now
                        on conflict do nothing
                        """)
                .param("person", actor.id())
                .param("roles", roles(actor))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static String[] roles(Actor actor) {
        return actor.roles().stream().map(Role::name).toArray(String[]::new);
    }
}
