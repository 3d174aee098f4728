package io.shouqi.portal.home;

import io.shouqi.channel.Channel;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came in. */
@Component
class MoneyFigures {

    private final JdbcClient jdbc;

    MoneyFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Method(Channel method, Money amount, long count, Money before) {}

    /** @param methods the most first */
    record Received(List<Method> methods) {

        public Money total() {
            return Money.sum(methods.stream().map(Method::amount).toList());
        }

        public long count() {
            return methods.stream().mapToLong(Method::count).sum();
        }

        public Money before() {
            return Money.sum(methods.stream().map(Method::before).toList());
        }

        /** More or less than the period before, in percent. */
        public Change change() {
            return Change.of(total(), before());
        }

        /** The ways money came in; those that only the period before knows are left out. */
        public List<Method> shown() {
            return methods.stream().filter(method -> method.count() > 0).toList();
        }
    }

    Received received(View view, Period period) {
        var now = period.now(view.now());
        var then = period.then(view.now());
        return new Received(view.ask(jdbc, """
                        select r.channel,
                          coalesce(sum(r.amount_fen) filter (where r.received_at >= :from), 0) as fen,
                          count(*) filter (where r.received_at >= :from) as count,
                          coalesce(sum(r.amount_fen) filter (where r.received_at < :thenUntil), 0) as before_fen
                          from""" + Rows.RECEIVED + """
                          and (r.received_at >= :from and r.received_at < :until
                               or r.received_at >= :thenFrom and r.received_at < :thenUntil)
                         group by r.channel order by fen desc, r.channel
                        """)
                .param("from", View.at(now.from()))
                .param("until", View.at(now.until()))
                .param("thenFrom", View.at(then.from()))
                .param("thenUntil", View.at(then.until()))
                .query((row, number) -> new Method(
                        Channel.valueOf(row.getString("channel")),
                        Money.ofFen(row.getLong("fen")),
                        row.getLong("count"),
                        Money.ofFen(row.getLong("before_fen"))))
                .list());
    }

    Money thisMonth(View view) {
        return Money.ofFen(view.ask(
                        jdbc,
                        "select coalesce(sum(r.amount_fen), 0) from" + Rows.RECEIVED
                                + " and r.received_at >= :from and r.received_at < :until")
                .param("from", View.at(BusinessTime.startOf(Period.MONTH.first(view.today()))))
                .param("until", view.endOfToday())
                .query(Long.class)
                .single());
    }
}
