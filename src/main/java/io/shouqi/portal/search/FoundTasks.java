package io.shouqi.portal.search;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks of the person's roles by what they are called and what they are about. */
@Component
class FoundTasks {

    private final JdbcClient jdbc;

    FoundTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hit> find(Actor actor, Words words, Collection<String> contracts, int most) {
        return jdbc.sql("""
                        select id, title, subject, amount_fen from task
                         where status = 'OPEN' and company = :company and store_code = any(:stores)
                           and (candidate_role = any(:roles) or assignee = any(:desks))
                           and (title ilike :like or subject ilike :like or business_key ilike :like
                                or subject = any(:contracts))
                         order by coalesce(due_on, 'infinity'::date), id limit :most
                        """)
                .param("like", words.anywhere())
                .param("contracts", contracts.toArray(String[]::new))
                .param("company", actor.company())
                .param("stores", actor.stores().toArray(String[]::new))
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("desks", actor.desks().toArray(UUID[]::new))
                .param("most", most)
                .query(FoundTasks::hit)
                .list();
    }

    private static Hit hit(ResultSet rs, int row) throws SQLException {
        var fen = rs.getObject("amount_fen", Long.class);
        return new Hit(
                "/tasks/" + rs.getString("id"),
                rs.getString("title"),
                rs.getString("subject"),
                null,
                fen == null ? null : Money.ofFen(fen));
    }
}
