package io.shouqi.portal.search;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts by their number, and those of contracts that were found. */
@Component
class FoundReceipts {

    private final JdbcClient jdbc;

    FoundReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hit> find(Actor actor, Words words, Collection<String> contracts, int most) {
        return jdbc.sql("""
                        with hit as (
                          select number from receipts_by_number(:word, :most)
                          union
                          select number from receipt where contract_no = any(:contracts))
                        select r.number, r.payer_name, r.amount_fen, r.received_at, r.channel
                          from hit h join receipt r on r.number = h.number
                         where r.company = :company and r.store_code = any(:stores)
                         order by r.received_at desc, r.number limit :most
                        """)
                .param("word", words.typed())
                .param("contracts", contracts.toArray(String[]::new))
                .param("most", most)
                .param("company", actor.company())
                .param("stores", actor.stores().toArray(String[]::new))
                .query(FoundReceipts::hit)
                .list();
    }

    private static Hit hit(ResultSet rs, int row) throws SQLException {
        var number = rs.getString("number");
        var day = BusinessTime.dayOf(
                rs.getObject("received_at", OffsetDateTime.class).toInstant());
        var payer = Objects.requireNonNullElse(rs.getString("payer_name"), "—");
        return new Hit(
                "/receipts/" + number,
                payer + " · " + day,
                number,
                "channel." + rs.getString("channel"),
                Money.ofFen(rs.getLong("amount_fen")));
    }
}
