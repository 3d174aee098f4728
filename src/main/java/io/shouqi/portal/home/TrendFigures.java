package io.shouqi.portal.home;

import io.shouqi.pricing.DealType;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last thirty days: what came in and what fell due each day, and for which business. */
@Component
class TrendFigures {

    static final int DAYS = 30;

    private final JdbcClient jdbc;

    TrendFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Day(LocalDate day, Money received, long count, Money due) {}

    /**
     * @param type null for money that belongs to no contract yet
     * @param percent of all that came in
     */
    record Share(@Nullable DealType type, Money amount, long count, BigDecimal percent) {}

    static LocalDate first(View view) {
        return view.today().minusDays(DAYS - 1L);
    }

    List<Day> days(View view) {
        return view.ask(jdbc, """
                        select d::date as day, coalesce(r.fen, 0) as fen, coalesce(r.count, 0) as count,
                               coalesce(o.fen, 0) as due_fen
                          from generate_series(cast(:first as timestamp), cast(:today as timestamp), interval '1 day') d
                          left join (select (r.received_at at time zone :zone)::date as day, sum(r.amount_fen) as fen,
                                            count(*) as count
                                       from""" + Rows.RECEIVED + """
                                        and r.received_at >= :from and r.received_at < :until group by 1) r on r.day = d::date
                          left join (select o.due_on, sum(o.amount_fen) as fen from""" + Rows.OWED + """
                                        and o.due_on between :first and :today group by 1) o on o.due_on = d::date
                         order by 1
                        """)
                .param("first", first(view))
                .param("from", View.at(BusinessTime.startOf(first(view))))
                .param("until", view.endOfToday())
                .param("zone", BusinessTime.ZONE.getId())
                .query((row, number) -> new Day(
                        row.getObject("day", LocalDate.class),
                        Money.ofFen(row.getLong("fen")),
                        row.getLong("count"),
                        Money.ofFen(row.getLong("due_fen"))))
                .list();
    }

    /** The most first. */
    List<Share> shares(View view) {
        return view.ask(jdbc, """
                        select c.type, sum(r.amount_fen) as fen, sum(r.count) as count,
                               sum(sum(r.amount_fen)) over () as all_fen
                          from (select r.contract_no, sum(r.amount_fen) as amount_fen, count(*) as count
                                  from""" + Rows.RECEIVED + """
                                   and r.received_at >= :from and r.received_at < :until group by 1) r
                          left join contract c on c.number = r.contract_no
                         group by c.type order by fen desc
                        """)
                .param("from", View.at(BusinessTime.startOf(first(view))))
                .param("until", view.endOfToday())
                .query((row, number) -> {
                    var type = row.getString("type");
                    var fen = row.getLong("fen");
                    return new Share(
                            type == null ? null : DealType.valueOf(type),
                            Money.ofFen(fen),
                            row.getLong("count"),
                            BigDecimal.valueOf(fen)
                                    .multiply(BigDecimal.valueOf(100))
                                    .divide(BigDecimal.valueOf(row.getLong("all_fen")), 1, RoundingMode.HALF_UP));
                })
                .list();
    }
}
