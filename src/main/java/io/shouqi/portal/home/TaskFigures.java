package io.shouqi.portal.home;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for this person. */
@Component
class TaskFigures {

    /** Id of the user task in its diagram. */
    static final String APPROVAL = "userTask_approveException";

    private final JdbcClient jdbc;

    TaskFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param mine taken by this person
     * @param free for this person's roles, taken by nobody
     * @param overdue of both and of colleagues
     * @param oldestDays since when the oldest approval waits; null without any
     * @param money of the approvals
     */
    record Waiting(
            long mine,
            long free,
            long overdue,
            long approvals,
            @Nullable Long oldestDays,
            Money money) {}

    Waiting of(View view) {
        return view.ask(jdbc, """
                        select count(*) filter (where t.assignee = any(:desks)) as mine,
                          count(*) filter (where t.assignee is null) as free,
                          count(*) filter (where t.due_on < :today) as overdue,
                          count(*) filter (where t.definition = :approval) as approvals,
                          min(t.created_at) filter (where t.definition = :approval) as oldest,
                          coalesce(sum(t.amount_fen) filter (where t.definition = :approval), 0) as fen
                          from""" + Rows.TASKS)
                .param("roles", view.roles())
                .param("desks", view.desks())
                .param("approval", APPROVAL)
                .query((row, number) -> new Waiting(
                        row.getLong("mine"),
                        row.getLong("free"),
                        row.getLong("overdue"),
                        row.getLong("approvals"),
                        daysSince(row.getObject("oldest", OffsetDateTime.class), view),
                        Money.ofFen(row.getLong("fen"))))
                .single();
    }

    private static @Nullable Long daysSince(@Nullable OffsetDateTime oldest, View view) {
        return oldest == null ? null : ChronoUnit.DAYS.between(BusinessTime.dayOf(oldest.toInstant()), view.today());
    }
}
