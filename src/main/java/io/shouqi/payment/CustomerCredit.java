package io.shouqi.payment;

import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that belongs to the customer of a contract: overpaid, kept out of suspense, or left by a cancellation. */
@Component
@Transactional
public class CustomerCredit {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerCredit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param source number of what it came out of; counts once */
    void add(String company, String storeCode, String contractNo, Money amount, String source) {
        if (amount.isZero()) {
            return;
        }
        jdbc.sql("""
                        insert into customer_credit(company, store_code, contract_no, amount_fen, source, made_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (source) do nothing
                        """)
                .params(
                        company,
                        storeCode,
                        contractNo,
                        amount.fen(),
                        source,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    public Money of(String contractNo) {
        return Money.ofFen(jdbc.sql("select coalesce(sum(amount_fen), 0) from customer_credit where contract_no = ?")
                .param(contractNo)
                .query(Long.class)
                .single());
    }
}
