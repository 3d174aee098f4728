package io.shouqi.portal.home;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stores side by side. */
@Component
class StoreFigures {

    private final JdbcClient jdbc;

    StoreFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(
            String code, String name, Money received, Money month, Money due, Money paid, long late, Money overdue) {}

    /** The most first. */
    List<Line> of(View view, Period period) {
        var span = period.now(view.now());
        var month = Period.MONTH.first(view.today());
        return view.ask(jdbc, """
                        select u.code, u.name, coalesce(r.fen, 0) as fen, coalesce(r.month_fen, 0) as month_fen,
                               coalesce(o.due_fen, 0) as due_fen, coalesce(o.paid_fen, 0) as paid_fen,
                               coalesce(l.count, 0) as late, coalesce(l.fen, 0) as late_fen
                          from organisation_unit u
                          left join (select r.store_code, sum(r.amount_fen) filter (where r.received_at >= :from) as fen,
                                            sum(r.amount_fen) filter (where r.received_at >= :monthFrom) as month_fen
                                       from""" + Rows.RECEIVED + """
                                        and r.received_at >= least(:from, :monthFrom) and r.received_at < :until
                                      group by 1) r on r.store_code = u.code
                          left join (select o.store_code, sum(o.amount_fen) as due_fen, sum(o.paid_fen) as paid_fen
                                       from""" + Rows.OWED + """
                                        and o.due_on between :first and :last group by 1) o on o.store_code = u.code
                          left join (select o.store_code, count(*) as count, sum(o.amount_fen - o.paid_fen) as fen
                                       from""" + Rows.OVERDUE + """
                                      group by 1) l on l.store_code = u.code
                         where u.company = :company and u.code = any(:stores) and u.kind = 'STORE'
                         order by month_fen desc, u.code
                        """)
                .param("from", View.at(span.from()))
                .param("until", View.at(span.until()))
                .param("monthFrom", View.at(BusinessTime.startOf(month)))
                .param("first", month)
                .param("last", view.today().with(TemporalAdjusters.lastDayOfMonth()))
                .query((row, number) -> new Line(
                        row.getString("code"),
                        row.getString("name"),
                        Money.ofFen(row.getLong("fen")),
                        Money.ofFen(row.getLong("month_fen")),
                        Money.ofFen(row.getLong("due_fen")),
                        Money.ofFen(row.getLong("paid_fen")),
                        row.getLong("late"),
                        Money.ofFen(row.getLong("late_fen"))))
                .list();
    }
}
