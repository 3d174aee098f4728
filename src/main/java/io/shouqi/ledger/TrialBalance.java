package io.shouqi.ledger;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Balances of every account with movement. The columns always sum to the same amount. */
@Service
@Transactional
public class TrialBalance {

    private static final String VOUCHERS = """
            select v.number, v.day, v.event, v.source, v.summary, a.code as account, a.title,
                   coalesce(e.debit, 0) as debit_fen, coalesce(e.credit, 0) as credit_fen, e.party, v.posted_at
              from voucher v join journal_entry e on e.voucher_id = v.id join account a on a.code = e.account
             where v.company = :company""";

    private static final String OLDEST_FIRST = " order by v.posted_at, v.number, e.line";

    private final JdbcClient jdbc;

    TrialBalance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param day the last business day that counts, by the day of the voucher
     * @return one line an account: its balance on its debit or its credit side
     */
    public List<Line> asOf(Actor actor, LocalDate day) {
        if (actor.stores().isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select e.account as code, a.title, coalesce(sum(e.debit), 0) - coalesce(sum(e.credit), 0) as balance
                          from journal_entry e join voucher v on v.id = e.voucher_id join account a on a.code = e.account
                         where v.company = :company and v.store_code in (:stores) and v.day <= :day
                         group by e.account, a.title order by e.account
                        """)
                .param("company", actor.company())
                .param("stores", actor.stores())
                .param("day", day)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::line)
                .toList();
    }

    /** The vouchers of one subject, oldest first, for people who ask why. */
    public List<Posting> about(String company, String subject) {
        return postings(jdbc.sql(VOUCHERS + " and v.subject = :subject" + OLDEST_FIRST)
                .param("company", company)
                .param("subject", subject));
    }

    /**
     * The vouchers that these documents made, oldest first. Every event is named, since the index on sources has it
     * before them.
     */
    public List<Posting> madeBy(String company, List<String> sources) {
        return postings(jdbc.sql(VOUCHERS + " and v.event in (:events) and v.source in (:sources)" + OLDEST_FIRST)
                .param("company", company)
                .param(
                        "events",
                        Arrays.stream(Voucher.Event.values()).map(Enum::name).toList())
                .param("sources", sources));
    }

    private static List<Posting> postings(StatementSpec statement) {
        return statement
                .query((rs, i) -> new Posting(
                        rs.getString("number"),
                        rs.getObject("day", LocalDate.class),
                        rs.getString("event"),
                        rs.getString("source"),
                        rs.getString("summary"),
                        rs.getString("account"),
                        rs.getString("title"),
                        Money.ofFen(rs.getLong("debit_fen")),
                        Money.ofFen(rs.getLong("credit_fen")),
                        rs.getObject("posted_at", OffsetDateTime.class)
                                .atZoneSameInstant(BusinessTime.ZONE)
                                .toOffsetDateTime()))
                .list();
    }

    public record Line(String account, String name, Money debit, Money credit) {}

    public record Posting(
            String voucher,
            LocalDate day,
            String event,
            String source,
            String summary,
            String account,
            String accountName,
            Money debit,
            Money credit,
            OffsetDateTime postedAt) {}

    private record Row(String code, String title, long balance) {

        Line line() {
            var amount = Money.ofFen(Math.abs(balance));
            return balance >= 0 ? new Line(code, title, amount, Money.ZERO) : new Line(code, title, Money.ZERO, amount);
        }
    }
}
