package io.shouqi.sandbox;

import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders and refunds as rows. */
@Repository
@SandboxOnly
class OrderTable {

    private static final String ORDER = """
            select o.*, coalesce((select sum(amount) from sandbox_refund where order_id = o.id), 0)::bigint as refunded
            from sandbox_order o
            """;
    private static final String REFUND = "select r.* from sandbox_refund r join sandbox_order o on o.id = r.order_id ";

    private final JdbcClient jdbc;

    OrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing if the merchant has an order of that number. */
    void add(SandboxOrder order) {
        jdbc.sql("""
                        insert into sandbox_order
                          (id, merchant, order_no, code, amount, subject, notify_url, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (merchant, order_no) do nothing
                        """)
                .params(
                        order.id(),
                        order.merchant(),
                        order.orderNo(),
                        order.code(),
                        order.amount().fen(),
                        order.subject(),
                        order.notifyUrl(),
                        Times.stored(order.createdAt()),
                        Times.stored(order.expiresAt()))
                .update();
    }

    Optional<SandboxOrder> find(UUID merchant, String orderNo) {
        return jdbc.sql(ORDER + "where merchant = ? and order_no = ?")
                .params(merchant, orderNo)
                .query(OrderTable::order)
                .optional();
    }

    Optional<SandboxOrder> findTransaction(UUID merchant, String transactionId) {
        return jdbc.sql(ORDER + "where merchant = ? and transaction_id = ?")
                .params(merchant, transactionId)
                .query(OrderTable::order)
                .optional();
    }

    Optional<SandboxOrder> findCode(String code) {
        return jdbc.sql(ORDER + "where code = ?")
                .param(code)
                .query(OrderTable::order)
                .optional();
    }

    SandboxOrder byId(UUID id) {
        return jdbc.sql(ORDER + "where id = ?")
                .param(id)
                .query(OrderTable::order)
                .single();
    }

    List<SandboxOrder> latest(int most) {
        return jdbc.sql(ORDER + "order by created_at desc, id desc limit ?")
                .param(most)
                .query(OrderTable::order)
                .list();
    }

    /** The order as it stands once nobody else can change it. */
    SandboxOrder locked(UUID id) {
        jdbc.sql("select 1 from sandbox_order where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
        return byId(id);
    }

    void scanned(UUID id, Instant at) {
        jdbc.sql("update sandbox_order set scanned_at = coalesce(scanned_at, ?) where id = ?")
                .params(Times.stored(at), id)
                .update();
    }

    void closed(UUID id, Instant at) {
        jdbc.sql("update sandbox_order set closed_at = coalesce(closed_at, ?) where id = ?")
                .params(Times.stored(at), id)
                .update();
    }

    void paid(UUID id, SandboxOrder.Taken taken) {
        jdbc.sql("update sandbox_order set transaction_id = ?, paid = ?, paid_at = ? where id = ?")
                .params(taken.transactionId(), taken.amount().fen(), Times.stored(taken.at()), id)
                .update();
    }

    void add(SandboxRefund refund) {
        jdbc.sql("""
                        insert into sandbox_refund(id, order_id, refund_no, refund_id, amount, notify_url, created_at, settled_at)
                        values (:id, :order, :refundNo, :refundId, :amount, :notifyUrl, :createdAt, :settledAt)
                        """)
                .param("id", refund.id())
                .param("order", refund.order())
                .param("refundNo", refund.refundNo())
                .param("refundId", refund.refundId())
                .param("amount", refund.amount().fen())
                .param("notifyUrl", refund.notifyUrl())
                .param("createdAt", Times.stored(refund.createdAt()))
                .param("settledAt", refund.settledAt() == null ? null : Times.stored(refund.settledAt()))
                .update();
    }

    Optional<SandboxRefund> findRefund(UUID order, String refundNo) {
        return jdbc.sql(REFUND + "where r.order_id = ? and r.refund_no = ?")
                .params(order, refundNo)
                .query(OrderTable::refund)
                .optional();
    }

    /** At WeChat a refund number is the merchant's, not the order's. */
    Optional<SandboxRefund> findMerchantRefund(UUID merchant, String refundNo) {
        return jdbc.sql(REFUND + "where o.merchant = ? and r.refund_no = ? limit 1")
                .params(merchant, refundNo)
                .query(OrderTable::refund)
                .optional();
    }

    List<SandboxRefund> settle(Instant at) {
        return jdbc.sql("""
                        update sandbox_refund set settled_at = :at
                        where id in (select id from sandbox_refund where settled_at is null
                                     order by created_at limit 50 for update skip locked)
                        returning *
                        """)
                .param("at", Times.stored(at))
                .query(OrderTable::refund)
                .list();
    }

    List<SandboxOrder> paidBetween(UUID merchant, Instant from, Instant to) {
        return jdbc.sql(ORDER + "where merchant = ? and paid_at >= ? and paid_at < ? order by paid_at, id")
                .params(merchant, Times.stored(from), Times.stored(to))
                .query(OrderTable::order)
                .list();
    }

    List<SandboxRefund> settledBetween(UUID merchant, Instant from, Instant to) {
        return jdbc.sql(REFUND
                        + "where o.merchant = ? and r.settled_at >= ? and r.settled_at < ? order by r.settled_at, r.id")
                .params(merchant, Times.stored(from), Times.stored(to))
                .query(OrderTable::refund)
                .list();
    }

    private static SandboxOrder order(ResultSet row, int number) throws SQLException {
        var transactionId = row.getString("transaction_id");
        return new SandboxOrder(
                row.getObject("id", UUID.class),
                row.getObject("merchant", UUID.class),
                row.getString("order_no"),
                row.getString("code"),
                Money.ofFen(row.getLong("amount")),
                row.getString("subject"),
                row.getString("notify_url"),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"),
                Times.readIfAny(row, "scanned_at"),
                Times.readIfAny(row, "closed_at"),
                transactionId == null
                        ? null
                        : new SandboxOrder.Taken(
                                transactionId, Money.ofFen(row.getLong("paid")), Times.read(row, "paid_at")),
                Money.ofFen(row.getLong("refunded")));
    }

    private static SandboxRefund refund(ResultSet row, int number) throws SQLException {
        return new SandboxRefund(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("refund_no"),
                row.getString("refund_id"),
                Money.ofFen(row.getLong("amount")),
                row.getString("notify_url"),
                Times.read(row, "created_at"),
                Times.readIfAny(row, "settled_at"));
    }
}
