package io.shouqi.portal.home;

import io.shouqi.shared.BusinessTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For those who look after accounts and after the log. */
@Component
class OfficeFigures {

    private final JdbcClient jdbc;

    OfficeFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param people who may sign in */
    record Accounts(long people, long stores) {}

    /** @param verified when the chain was last verified to its end; null where it never was */
    record Log(long eventsToday, @Nullable ZonedDateTime verified, long faults) {}

    Accounts accounts(View view) {
        return view.ask(jdbc, """
                        select (select count(*) from app_user where company = :company and active) as people,
                               (select count(*) from organisation_unit
                                 where company = :company and kind = 'STORE' and active) as stores
                        """).query(Accounts.class).single();
    }

    Log log(View view) {
        return view.ask(jdbc, """
                        select e.count, v.finished_at, coalesce(v.faults, 0) as faults
                          from (select count(*) as count from audit_event where company = :company and at >= :from) e
                          left join (select finished_at, faults from audit_check
                                      where finished_at is not null and failure is null
                                      order by finished_at desc limit 1) v on true
                        """)
                .param("from", View.at(BusinessTime.startOf(view.today())))
                .query((row, number) -> new Log(
                        row.getLong("count"),
                        local(row.getObject("finished_at", OffsetDateTime.class)),
                        row.getLong("faults")))
                .single();
    }

    private static @Nullable ZonedDateTime local(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE);
    }
}
