package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.ledger.Account;
import io.shouqi.receivable.Allocation;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Receipts and what they paid. Rows are only ever added. */
@Repository
@Transactional
public class Receipts {

    /** What the chain of facts calls receipts; their keys are their numbers. */
    public static final String SEALED_AS = "receipt";

    private final JdbcClient jdbc;
    private final Reversals reversals;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Reversals reversals, Clock clock) {
        this.jdbc = jdbc;
        this.reversals = reversals;
        this.clock = clock;
    }

    /** @return false where this transaction of the channel was posted before */
    boolean add(Receipt r) {
        return jdbc.sql("""
                                insert into receipt(id, number, company, store_code, contract_no, order_no, channel, merchant_id,
                                  transaction_id, kind, amount_fen, fee_fen, payer_name, received_at, day, collected_by,
                                  collected_by_name, note)
                                values (:id, :number, :company, :store, :contract, :order, :channel, :merchant, :transaction, :kind,
                                  :amount, :fee, :payer, :at, :day, :by, :byName, :note)
                                on conflict (channel, merchant_id, transaction_id) do nothing
                                """)
                        .param("id", r.id())
                        .param("number", r.number())
                        .param("company", r.company())
                        .param("store", r.storeCode())
                        .param("contract", r.contractNo())
                        .param("order", r.orderNo())
                        .param("channel", r.channel().name())
                        .param("merchant", r.merchantId())
                        .param("transaction", r.transactionId())
                        .param("kind", r.kind().name())
                        .param("amount", r.amount().fen())
                        .param("fee", r.fee().fen())
                        .param("payer", r.payerName())
                        .param("at", OffsetDateTime.ofInstant(r.receivedAt(), ZoneOffset.UTC))
                        .param("day", r.day())
                        .param("by", r.collectedBy())
                        .param("byName", r.collectedByName())
                        .param("note", r.note())
                        .update()
                > 0;
    }

    /** @param source number of what the money came out of: the receipt itself, a suspense item, a deposit */
    void allocated(String receiptNo, String source, List<Allocation.Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into receipt_allocation(receipt_no, source, receivable_no, amount_fen, made_at)
                        select :receipt, :source, p.receivable, p.amount, :now
                          from unnest(:receivables::text[], :amounts::bigint[]) as p(receivable, amount)
                        """)
                .param("receipt", receiptNo)
                .param("source", source)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(
                        "receivables",
                        parts.stream().map(Allocation.Part::receivableNo).toArray(String[]::new))
                .param("amounts", parts.stream().map(p -> p.amount().fen()).toArray(Long[]::new))
                .update();
    }

    /** What a reversal took back of it, as amounts the other way round. */
    void takenBack(String receiptNo, String reversalNo, List<Allocation.Part> parts) {
        allocated(
                receiptNo,
                reversalNo,
                parts.stream()
                        .map(p ->
                                new Allocation.Part(p.receivableNo(), p.amount().negated(), p.account(), p.party()))
                        .toList());
    }

    /**
     * What a receivable was paid and does not need any more, taken from the last money it got.
     *
     * @param source number of what made it less
     */
    void freed(String receivableNo, Money amount, String source) {
        var left = amount;
        for (var paid : paidTo(receivableNo)) {
            var part = left.min(paid.amount());
            if (part.isPositive()) {
                takenBack(
                        paid.receiptNo(),
                        source + "/" + paid.receiptNo(),
                        List.of(new Allocation.Part(receivableNo, part, Account.CUSTOMER_CREDIT, "")));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            throw new IllegalStateException(receivableNo + " was paid " + left + " less than it gives back");
        }
    }

    private record PaidBy(String receiptNo, Money amount) {}

    private List<PaidBy> paidTo(String receivableNo) {
        return jdbc.sql("""
                        select receipt_no, sum(amount_fen) from receipt_allocation where receivable_no = ?
                         group by receipt_no having sum(amount_fen) > 0 order by max(id) desc
                        """)
                .param(receivableNo)
                .query((rs, i) -> new PaidBy(rs.getString(1), Money.ofFen(rs.getLong(2))))
                .list();
    }

    public Optional<Receipt> find(String number) {
        return jdbc.sql("select * from receipt where number = ?")
                .param(number)
                .query(Receipts::map)
                .optional();
    }

    Optional<Receipt> find(Channel channel, String merchantId, String transactionId) {
        return jdbc.sql("select * from receipt where channel = ? and merchant_id = ? and transaction_id = ?")
                .params(channel.name(), merchantId, transactionId)
                .query(Receipts::map)
                .optional();
    }

    /** @throws Refusal 404 outside of the actor's stores, as if there were no such receipt */
    public Receipt visibleTo(Actor actor, String number) {
        var receipt = find(number).orElseThrow(() -> Refusal.unknown("receipt.unknown", number));
        actor.requireStore(receipt.company(), receipt.storeCode(), "receipt.unknown", number);
        return receipt;
    }

    public List<Receipt> ofContract(String contractNo) {
        return jdbc.sql("select * from receipt where contract_no = ? order by received_at, number")
                .param(contractNo)
                .query(Receipts::map)
                .list();
    }

    public Optional<Receipt> ofOrder(String orderNo) {
        return jdbc.sql("select * from receipt where order_no = ? and kind <> 'SUSPENSE'")
                .param(orderNo)
                .query(Receipts::map)
                .optional();
    }

    /** The receipt with what it paid and what became of it. */
    public ReceiptView view(Receipt receipt) {
        return ReceiptView.of(
                receipt,
                allocations(receipt.number()),
                reversals.of(receipt.number()).orElse(null));
    }

    /** The counter-entry of a receipt that was entered wrongly. */
    public Optional<Reversal> reversal(String receiptNo) {
        return reversals.of(receiptNo);
    }

    /** What a receipt paid, whether at once or later out of suspense, and whether or not it was reversed since. */
    public List<Allocated> allocations(String receiptNo) {
        return jdbc.sql("""
                        select receivable_no, amount_fen from receipt_allocation
                         where receipt_no = ? and amount_fen > 0 order by id
                        """)
                .param(receiptNo)
                .query((rs, i) -> new Allocated(rs.getString(1), Money.ofFen(rs.getLong(2))))
                .list();
    }

    /** What a receipt still pays: less than it paid once where a receivable was made smaller since. */
    List<Allocated> stillPaid(String receiptNo) {
        return jdbc.sql("""
                        select receivable_no, sum(amount_fen) from receipt_allocation
                         where receipt_no = ? group by receivable_no having sum(amount_fen) > 0 order by receivable_no
                        """)
                .param(receiptNo)
                .query((rs, i) -> new Allocated(rs.getString(1), Money.ofFen(rs.getLong(2))))
                .list();
    }

    /** Numbers of everything that moved this receipt's money, the receipt itself among them; vouchers name them. */
    public List<String> documents(String receiptNo) {
        return jdbc.sql("""
                        select :no union select source from receipt_allocation where receipt_no = :no
                        union select number from suspense where receipt_no = :no
                        union select number from receipt_reversal where receipt_no = :no
                        """).param("no", receiptNo).query(String.class).list();
    }

    public record Allocated(String receivableNo, Money amount) {}

    private static Receipt map(ResultSet rs, int row) throws SQLException {
        return new Receipt(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                rs.getString("company"),
                rs.getString("store_code"),
                rs.getString("contract_no"),
                rs.getString("order_no"),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("merchant_id"),
                rs.getString("transaction_id"),
                Receipt.Kind.valueOf(rs.getString("kind")),
                Money.ofFen(rs.getLong("amount_fen")),
                Money.ofFen(rs.getLong("fee_fen")),
                rs.getString("payer_name"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getObject("day", LocalDate.class),
                rs.getObject("collected_by", UUID.class),
                rs.getString("collected_by_name"),
                rs.getString("note"));
    }
}
