package io.shouqi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which steps of a deal are reached, and on which day. Once reported they stay. */
@Component
@Transactional
class Milestones {

    private final JdbcClient jdbc;
    private final Clock clock;

    Milestones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false where it was reported before */
    boolean reach(UUID contract, Milestone milestone, LocalDate day, String by) {
        return jdbc.sql("""
                                insert into contract_milestone(contract_id, milestone, reached_on, reported_by, reported_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                contract,
                                milestone.name(),
                                day,
                                by,
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Map<Milestone, LocalDate> reached(UUID contract) {
        var reached = new EnumMap<Milestone, LocalDate>(Milestone.class);
        jdbc.sql("select milestone, reached_on from contract_milestone where contract_id = ?")
                .param(contract)
                .query(rs -> {
                    reached.put(
                            Milestone.valueOf(rs.getString("milestone")), rs.getObject("reached_on", LocalDate.class));
                });
        return reached;
    }
}
