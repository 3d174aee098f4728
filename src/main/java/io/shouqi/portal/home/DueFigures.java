package io.shouqi.portal.home;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is owed: of this month, today, and too late. */
@Component
class DueFigures {

    private final JdbcClient jdbc;

    DueFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param paid what has come in of it, whenever
     * @param todayCount how many fall due today and are not paid
     */
    record Dues(LocalDate first, LocalDate last, Money amount, Money paid, long todayCount, Money todayOpen) {

        /** How much of it is paid; null where nothing falls due. */
        public @Nullable Integer percent() {
            return amount.isZero()
                    ? null
                    : BigDecimal.valueOf(paid.fen())
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(amount.fen()), 0, RoundingMode.DOWN)
                            .intValueExact();
        }
    }

    /** How long something is overdue. */
    enum Age {
        WEEK(1, 7),
        MONTH(8, 30),
        QUARTER(31, 90),
        OLDER(91, null);

        private final int least;
        private final @Nullable Integer most;

        /** In days. */
        Age(int least, @Nullable Integer most) {
            this.least = least;
            this.most = most;
        }

        /** The last day on which something of this age was due. */
        LocalDate to(LocalDate today) {
            return today.minusDays(least);
        }

        /** The first such day; null for what is older than all others. */
        @Nullable
        LocalDate from(LocalDate today) {
            return most == null ? null : today.minusDays(most);
        }
    }

    /**
     * @param from the first day on which such were due; null for what is older than all others
     * @param to the last such day
     */
    record Band(Age age, @Nullable LocalDate from, LocalDate to, long count, Money amount) {}

    /** @param bands all of them, the youngest first */
    record Overdue(List<Band> bands) {

        public long count() {
            return bands.stream().mapToLong(Band::count).sum();
        }

        public Money amount() {
            return Money.sum(bands.stream().map(Band::amount).toList());
        }
    }

    Dues thisMonth(View view) {
        var first = Period.MONTH.first(view.today());
        var last = view.today().with(TemporalAdjusters.lastDayOfMonth());
        return view.ask(jdbc, """
                        select coalesce(sum(o.amount_fen), 0) as fen, coalesce(sum(o.paid_fen), 0) as paid_fen,
                          count(*) filter (where o.due_on = :today and o.paid_fen < o.amount_fen) as today_count,
                          coalesce(sum(o.amount_fen - o.paid_fen) filter (where o.due_on = :today), 0) as today_fen
                          from""" + Rows.OWED + " and o.due_on between :first and :last")
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Dues(
                        first,
                        last,
                        Money.ofFen(row.getLong("fen")),
                        Money.ofFen(row.getLong("paid_fen")),
                        row.getLong("today_count"),
                        Money.ofFen(row.getLong("today_fen"))))
                .single();
    }

    Overdue overdue(View view) {
        var found = view
                .ask(jdbc, """
                        select case when o.due_on >= :today - 7 then 'WEEK' when o.due_on >= :today - 30 then 'MONTH'
                                    when o.due_on >= :today - 90 then 'QUARTER' else 'OLDER' end as age,
                          count(*) as count, sum(o.amount_fen - o.paid_fen) as fen
                          from""" + Rows.OVERDUE + " group by 1")
                .query((row, number) -> band(
                        Age.valueOf(row.getString("age")), view, row.getLong("count"), Money.ofFen(row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Band::age, band -> band));
        return new Overdue(Arrays.stream(Age.values())
                .map(age -> found.getOrDefault(age, band(age, view, 0, Money.ZERO)))
                .toList());
    }

    private static Band band(Age age, View view, long count, Money amount) {
        return new Band(age, age.from(view.today()), age.to(view.today()), count, amount);
    }
}
