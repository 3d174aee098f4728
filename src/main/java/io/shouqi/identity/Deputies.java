package io.shouqi.identity;

import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do whose work today. A deputy takes the place of the absent one explicitly and then has that one's roles and
 * stores instead of the own; what the absent one does for others is not handed on.
 */
@Service
@Transactional(readOnly = true)
class Deputies {

    private static final String TODAY = """
            select u.id, u.name from user_leave l join app_user u on u.id = l.user_id
             where l.deputy_id = :deputy and l.revoked_at is null and :today between l.from_day and l.to_day and u.active
            """;

    private final JdbcClient jdbc;
    private final Users users;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Users users, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.clock = clock;
    }

    /** Those who are away today and named this person. */
    List<Actor.Absent> absentFor(UUID deputy) {
        return today(deputy, " order by u.name, u.id").query(Actor.Absent.class).list();
    }

    /** The deputy with the absent one's roles and stores; empty unless that is so today. */
    Optional<Actor> inPlaceOf(UUID absent, Actor deputy) {
        return today(deputy.id(), " and u.id = :absent")
                .param("absent", absent)
                .query(Actor.Absent.class)
                .optional()
                .flatMap(found -> users.byId(found.id())
                        .filter(other -> other.company().equals(deputy.company()))
                        .map(other -> other.doneBy(deputy)));
    }

    private JdbcClient.StatementSpec today(UUID deputy, String suffix) {
        return jdbc.sql(TODAY + suffix).param("deputy", deputy).param("today", BusinessTime.today(clock));
    }
}
