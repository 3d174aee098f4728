package io.shouqi.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** News waiting to be told. */
@Repository
@SandboxOnly
@Transactional
class DeliveryTable {

    private static final int BATCH = 4;
    /** A claim is given back by itself, so that news outlives the process that was telling it. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Delivery delivery) {
        jdbc.sql("""
                        insert into sandbox_delivery(id, merchant, notification_id, url, content, misbehave, held, next_at)
                        values (:id, :merchant, :notificationId, :url, :content, :misbehave, :held, :nextAt)
                        """)
                .param("id", delivery.id())
                .param("merchant", delivery.merchant())
                .param("notificationId", delivery.notificationId())
                .param("url", delivery.url())
                .param("content", delivery.content())
                .param(
                        "misbehave",
                        delivery.misbehaviour() == null
                                ? null
                                : delivery.misbehaviour().name())
                .param("held", delivery.held())
                .param("nextAt", Times.stored(delivery.nextAt()))
                .update();
    }

    /** Takes what is due, oldest first, so that nobody else tells it at the same time. */
    List<Delivery> claim(Instant now) {
        return jdbc
                .sql("""
                        update sandbox_delivery set attempts = attempts + 1, next_at = :givenBack
                        where id in (select id from sandbox_delivery where next_at <= :now
                                     order by next_at, id limit :batch for update skip locked)
                        returning *
                        """)
                .param("now", Times.stored(now))
                .param("givenBack", Times.stored(now.plus(CLAIM)))
                .param("batch", BATCH)
                .query(DeliveryTable::delivery)
                .list()
                .stream()
                .sorted(Comparator.comparing(Delivery::id))
                .toList();
    }

    /** Also lets go what was held back until something overtook it. */
    void understood(Delivery delivery, String answer, Instant now) {
        jdbc.sql("update sandbox_delivery set next_at = null, acknowledged_at = ?, last_answer = ? where id = ?")
                .params(Times.stored(now), answer, delivery.id())
                .update();
        jdbc.sql("update sandbox_delivery set held = false, next_at = ? where merchant = ? and held and id <> ?")
                .params(Times.stored(now), delivery.merchant(), delivery.id())
                .update();
    }

    /** @param again null when the channel gives up */
    void notUnderstood(Delivery delivery, String answer, @Nullable Instant again) {
        jdbc.sql("update sandbox_delivery set next_at = :again, last_answer = :answer where id = :id")
                .param("again", again == null ? null : Times.stored(again))
                .param("answer", answer)
                .param("id", delivery.id())
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var misbehaviour = row.getString("misbehave");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("merchant", UUID.class),
                row.getString("notification_id"),
                row.getString("url"),
                row.getString("content"),
                misbehaviour == null ? null : Misbehaviour.valueOf(misbehaviour),
                row.getBoolean("held"),
                row.getInt("attempts"),
                Times.read(row, "next_at"));
    }
}
