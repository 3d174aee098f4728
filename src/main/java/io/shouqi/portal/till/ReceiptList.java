package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Receipt;
import io.shouqi.portal.NumberSearch;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds receipts within somebody's data scope, and adds them up. Reads only. */
@Component
@Transactional(readOnly = true)
class ReceiptList {

    static final int PAGE = 50;

    private static final String FOUND = """
             from receipt r left join receipt_reversal v on v.receipt_no = r.number
            where r.company = :company and r.store_code in (:stores)
            """;

    private final JdbcClient jdbc;
    private final NumberSearch search;

    ReceiptList(JdbcClient jdbc, NumberSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /**
     * @param store its name; the company's code where no store has it
     * @param slipNo the channel's number or that of the paper; null for cash
     */
    record Row(
            String number,
            ZonedDateTime receivedAt,
            @Nullable String payer,
            @Nullable String contractNo,
            Receipt.Kind kind,
            Channel method,
            @Nullable String slipNo,
            @Nullable String collectedBy,
            String store,
            Money amount,
            boolean reversed) {}

    /** @param next the cursor of the page that follows; null on the last */
    record Page(List<Row> items, @Nullable String next) {}

    record Sum(Channel method, long count, Money amount) {}

    /**
     * @param methods what counts, by method
     * @param reversed how many were reversed and count no longer
     */
    record Sums(List<Sum> methods, long reversed) {

        public long count() {
            return methods.stream().mapToLong(Sum::count).sum();
        }

        public Money total() {
            return Money.sum(methods.stream().map(Sum::amount).toList());
        }
    }

    private record Query(String sql, Map<String, Object> parameters) {}

    /**
     * The newest first.
     *
     * @param cursor number of the last receipt of the page before
     */
    Page page(Actor actor, ReceiptFilter filter, @Nullable String cursor) {
        var stores = stores(actor, filter);
        if (stores.isEmpty()) {
            return new Page(List.of(), null);
        }
        var query = query(actor, filter, stores);
        var found = jdbc.sql("""
                        select r.*, v.number is not null as reversed,
                               coalesce((select name from organisation_unit s where s.company = r.company and s.code = r.store_code),
                                        r.store_code) as store
                        """ + query.sql() + """
                           and (:cursor::text is null or (r.received_at, r.number) <
                                (select l.received_at, l.number from receipt l where l.number = :cursor))
                         order by r.received_at desc, r.number desc limit :limit
                        """)
                .params(query.parameters())
                .param("cursor", cursor)
                .param("limit", PAGE + 1)
                .query(ReceiptList::map)
                .list();
        var items = found.stream().limit(PAGE).toList();
        return new Page(items, found.size() > PAGE ? items.get(PAGE - 1).number() : null);
    }

    /** What the wanted receipts come to; reversed ones do not count. */
    Sums sums(Actor actor, ReceiptFilter filter) {
        var stores = stores(actor, filter);
        if (stores.isEmpty()) {
            return new Sums(List.of(), 0);
        }
        var query = query(actor, filter, stores);
        var methods = new ArrayList<Sum>();
        var reversed = jdbc.sql("select r.channel, count(*) filter (where v.number is null) as living,"
                        + " coalesce(sum(r.amount_fen) filter (where v.number is null), 0) as fen,"
                        + " count(v.number) as reversed" + query.sql() + " group by r.channel order by r.channel")
                .params(query.parameters())
                .query((rs, i) -> {
                    if (rs.getLong("living") > 0) {
                        methods.add(new Sum(
                                Channel.valueOf(rs.getString("channel")),
                                rs.getLong("living"),
                                Money.ofFen(rs.getLong("fen"))));
                    }
                    return rs.getLong("reversed");
                })
                .list();
        return new Sums(methods, reversed.stream().mapToLong(Long::longValue).sum());
    }

    /** Money that no store took is the company's, and shown to those who see all of it. */
    private static Set<String> stores(Actor actor, ReceiptFilter filter) {
        var stores = new HashSet<>(actor.stores());
        if (actor.unit().equals(actor.company())) {
            stores.add(actor.company());
        }
        if (filter.store() != null) {
            stores.retainAll(Set.of(filter.store()));
        }
        return stores;
    }

    private Query query(Actor actor, ReceiptFilter filter, Set<String> stores) {
        var sql = new StringBuilder(FOUND);
        var parameters = new HashMap<String, Object>();
        parameters.put("company", actor.company());
        parameters.put("stores", stores);
        if (filter.q() != null) {
            var words = ReceiptWords.of(filter, search);
            sql.append(" and r.number in (").append(words.query()).append(')');
            parameters.putAll(words.parameters());
        }
        narrow(
                sql,
                parameters,
                " and r.channel = :method",
                "method",
                filter.method() == null ? null : filter.method().name());
        narrow(sql, parameters, " and starts_with(r.collected_by_name, :by)", "by", filter.by());
        narrow(sql, parameters, " and r.received_at >= :since", "since", filter.since());
        narrow(sql, parameters, " and r.received_at < :before", "before", filter.before());
        if (filter.state() != null) {
            sql.append(
                    switch (filter.state()) {
                        case VALID -> " and r.kind = 'BROKERAGE' and v.number is null";
                        case REVERSED -> " and v.number is not null";
                        case EARNEST -> " and r.kind = 'EARNEST'";
                        case SUSPENSE -> " and r.kind = 'SUSPENSE'";
                    });
        }
        return new Query(sql.append('\n').toString(), parameters);
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static Row map(ResultSet rs, int row) throws SQLException {
        return new Row(
                rs.getString("number"),
                rs.getObject("received_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE),
                rs.getString("payer_name"),
                rs.getString("contract_no"),
                Receipt.Kind.valueOf(rs.getString("kind")),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("slip_no"),
                rs.getString("collected_by_name"),
                rs.getString("store"),
                Money.ofFen(rs.getLong("amount_fen")),
                rs.getBoolean("reversed"));
    }
}
