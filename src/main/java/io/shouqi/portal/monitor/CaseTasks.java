package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks a case waits for. */
@Component
class CaseTasks {

    private final JdbcClient jdbc;

    CaseTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param opens whether the reader may open it: that takes its role, or having it on the desk */
    record Open(UUID id, String title, Role role, boolean opens) {}

    List<Open> open(Actor actor, Work work) {
        return jdbc.sql("""
                        select id, title, candidate_role as role,
                               candidate_role = any(:roles) or coalesce(assignee = any(:desks), false) as opens
                          from task
                         where status = 'OPEN' and company = :company and store_code = :store
                           and business_key = :key and process = :process
                         order by created_at
                        """)
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("desks", actor.desks().toArray(UUID[]::new))
                .param("company", actor.company())
                .param("store", work.storeCode())
                .param("key", work.key())
                .param("process", work.process())
                .query(Open.class)
                .list();
    }
}
