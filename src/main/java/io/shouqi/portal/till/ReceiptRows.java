package io.shouqi.portal.till;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.lists.Direction;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListPage;
import io.shouqi.lists.SortKey;
import io.shouqi.lists.Sorting;
import io.shouqi.payment.Receipt;
import io.shouqi.portal.NumberSearch;
import io.shouqi.portal.lists.Scoped;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.PageCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds receipts within somebody's data scope, and adds them up. Reads only. */
@Component
@Transactional(readOnly = true)
class ReceiptRows {

    /** First which rows, then what stands in them. */
    private static final String ROWS = """
            with page as (%s)
            select r.*, v.number is not null as reversed, page.sort_value,
                   coalesce((select name from organisation_unit s where s.company = r.company and s.code = r.store_code),
                            r.store_code) as store
              from page join receipt r on r.number = page.number
              left join receipt_reversal v on v.receipt_no = r.number
            """;

    private static final String RECEIPTS = " from receipt r left join receipt_reversal v on v.receipt_no = r.number";

    private final JdbcClient jdbc;
    private final NumberSearch search;

    ReceiptRows(JdbcClient jdbc, NumberSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    ListPage<ReceiptRow> page(
            Actor actor, ReceiptFilter.Wanted wanted, Sorting sorting, @Nullable PageCursor after, int size) {
        var key = key(sorting);
        var narrowed = narrowed(actor, wanted);
        if (after != null) {
            narrowed.with("afterValue", key.value(after)).with("afterNumber", after.number());
        }
        var numbers = "select r.number, " + key.selected() + RECEIPTS + narrowed + key.after(after) + key.orderBy()
                + " limit :limit";
        var found = jdbc.sql(ROWS.formatted(numbers) + key.orderBy().replace(key.value(), "page.sort_value"))
                .params(narrowed.with("limit", size + 1).values())
                .query((rs, row) -> new Found(row(rs), key.end(rs, sorting.toString())))
                .list();
        return ListPage.of(found, size, Found::row, Found::end);
    }

    private record Found(ReceiptRow row, PageCursor end) {}

    /** @return how many there are, counting no further than one more than an export takes */
    long count(Actor actor, ReceiptFilter.Wanted wanted) {
        var narrowed = narrowed(actor, wanted).with("most", ListExport.MOST + 1);
        return jdbc.sql("select count(*) from (select" + RECEIPTS + narrowed + " limit :most) n")
                .params(narrowed.values())
                .query(Long.class)
                .single();
    }

    /** What the wanted receipts come to; reversed ones do not count. */
    ReceiptSums sums(Actor actor, ReceiptFilter.Wanted wanted) {
        var narrowed = narrowed(actor, wanted);
        var found = jdbc.sql("select r.channel, count(*) filter (where v.number is null) as living,"
                        + " coalesce(sum(r.amount_fen) filter (where v.number is null), 0) as fen,"
                        + " count(v.number) as reversed" + RECEIPTS + narrowed + " group by r.channel")
                .params(narrowed.values())
                .query((rs, row) -> new OfMethod(
                        new ReceiptSums.Sum(
                                Channel.valueOf(rs.getString("channel")),
                                rs.getLong("living"),
                                Money.ofFen(rs.getLong("fen"))),
                        rs.getLong("reversed")))
                .list();
        return new ReceiptSums(
                found.stream()
                        .map(OfMethod::living)
                        .filter(sum -> sum.count() > 0)
                        .sorted(Comparator.comparing(ReceiptSums.Sum::method))
                        .toList(),
                found.stream().mapToLong(OfMethod::reversed).sum());
    }

    private record OfMethod(ReceiptSums.Sum living, long reversed) {}

    private static SortKey key(Sorting sorting) {
        return switch (sorting.column()) {
            case "receivedAt" -> key("r.received_at", SortKey.Type.MOMENT, sorting.direction());
            case "amount" -> key("r.amount_fen", SortKey.Type.WHOLE, sorting.direction());
            default -> throw new IllegalArgumentException(sorting.column());
        };
    }

    private static SortKey key(String value, SortKey.Type type, Direction direction) {
        return new SortKey(value, type, "r.number", direction);
    }

    /** Money that no store took is the company's, and shown to those who see all of it. */
    private static String[] stores(Actor actor) {
        var stores = new HashSet<>(actor.stores());
        if (actor.unit().equals(actor.company())) {
            stores.add(actor.company());
        }
        return stores.toArray(String[]::new);
    }

    private Scoped narrowed(Actor actor, ReceiptFilter.Wanted wanted) {
        var scoped = new Scoped(actor, "r")
                .with("stores", stores(actor))
                .and("r.store_code = :store", "store", wanted.store())
                .and("r.channel = :method", "method", name(wanted.method()))
                .and("starts_with(r.collected_by_name, :by)", "by", wanted.by())
                .and("r.received_at >= :since", "since", wanted.since())
                .and("r.received_at < :before", "before", wanted.before());
        if (wanted.state() != null) {
            scoped.and(state(wanted.state()));
        }
        if (wanted.numbers() != null) {
            scoped.and("r.number = any(:numbers)", "numbers", wanted.numbers().toArray(String[]::new));
        }
        return wanted.text() == null ? scoped : ReceiptWords.narrow(scoped, wanted.text(), search);
    }

    private static String state(ReceiptFilter.State state) {
        return switch (state) {
            case VALID -> "r.kind = 'BROKERAGE' and v.number is null";
            case REVERSED -> "v.number is not null";
            case EARNEST -> "r.kind = 'EARNEST'";
            case SUSPENSE -> "r.kind = 'SUSPENSE'";
        };
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ReceiptRow row(ResultSet rs) throws SQLException {
        return new ReceiptRow(
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
