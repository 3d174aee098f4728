package io.shouqi.payment;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to each deposit; rows are only ever added. */
@Component
@Transactional
class Movements {

    enum Kind {
        TAKEN,
        OFFSET,
        PAID_OVER,
        RETURNED,
        FORFEITED
    }

    private final JdbcClient jdbc;
    private final BusinessNumbers numbers;
    private final Clock clock;

    Movements(JdbcClient jdbc, BusinessNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @return the movement's number */
    String add(
            String earnestNo,
            Kind kind,
            Money amount,
            @Nullable String receiptNo,
            @Nullable String note,
            @Nullable Actor actor) {
        var number = numbers.next("DM");
        jdbc.sql("""
                        insert into earnest_movement(number, earnest_no, kind, amount_fen, receipt_no, note, done_by, done_by_name, done_at)
                        values (:number, :earnest, :kind, :amount, :receipt, :note, :by, :name, :now)
                        """)
                .param("number", number)
                .param("earnest", earnestNo)
                .param("kind", kind.name())
                .param("amount", amount.fen())
                .param("receipt", receiptNo)
                .param("note", note)
                .param("by", actor == null ? null : actor.id())
                .param("name", actor == null ? null : actor.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return number;
    }
}
