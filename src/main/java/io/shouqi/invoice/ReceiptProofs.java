package io.shouqi.invoice;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What makes a receipt's paper believable: the token of its check page, and the company that stands for it. */
@Repository
@Transactional
class ReceiptProofs {

    private final JdbcClient jdbc;

    ReceiptProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Proof(String token, String payee) {}

    Proof of(String receiptNo) {
        return jdbc.sql("""
                        select r.token, c.name as payee from receipt r join company c on c.code = r.company
                         where r.number = ?
                        """).param(receiptNo).query(Proof.class).single();
    }

    Optional<String> receiptNo(String token) {
        return jdbc.sql("select number from receipt where token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }
}
