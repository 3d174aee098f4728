package io.shouqi.payment;

import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which receipts were reversed. Rows are only ever added. */
@Repository
@Transactional
class Reversals {

    private final JdbcClient jdbc;

    Reversals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where the receipt was reversed before */
    boolean add(Reversal r) {
        return jdbc.sql("""
                                insert into receipt_reversal(number, receipt_no, company, store_code, amount_fen, reason, reversed_at,
                                                             reversed_by, reversed_by_name)
                                values (:number, :receipt, :company, :store, :amount, :reason, :at, :by, :byName)
                                on conflict (receipt_no) do nothing
                                """)
                        .param("number", r.reversalNo())
                        .param("receipt", r.receiptNo())
                        .param("company", r.company())
                        .param("store", r.storeCode())
                        .param("amount", r.amount().fen())
                        .param("reason", r.reason())
                        .param("at", OffsetDateTime.ofInstant(r.at(), ZoneOffset.UTC))
                        .param("by", r.by())
                        .param("byName", r.reversedBy())
                        .update()
                > 0;
    }

    Optional<Reversal> of(String receiptNo) {
        return jdbc.sql("select * from receipt_reversal where receipt_no = ?")
                .param(receiptNo)
                .query(Reversals::map)
                .optional();
    }

    private static Reversal map(ResultSet rs, int row) throws SQLException {
        return new Reversal(
                rs.getString("number"),
                rs.getString("receipt_no"),
                rs.getString("company"),
                rs.getString("store_code"),
                Money.ofFen(rs.getLong("amount_fen")),
                rs.getString("reason"),
                rs.getObject("reversed_at", OffsetDateTime.class).toInstant(),
                rs.getObject("reversed_by", UUID.class),
                rs.getString("reversed_by_name"));
    }
}
