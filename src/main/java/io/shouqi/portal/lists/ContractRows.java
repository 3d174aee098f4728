package io.shouqi.portal.lists;

import io.shouqi.contract.ContractStatus;
import io.shouqi.identity.Actor;
import io.shouqi.lists.Direction;
import io.shouqi.lists.ListExport;
import io.shouqi.lists.ListPage;
import io.shouqi.lists.SortKey;
import io.shouqi.lists.Sorting;
import io.shouqi.portal.Attention;
import io.shouqi.portal.NumberSearch;
import io.shouqi.pricing.DealType;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.PageCursor;
import io.shouqi.shared.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts with what is owed and paid on them, within somebody's data scope. Reads only. */
@Component
@Transactional(readOnly = true)
class ContractRows {

    /** First which rows, then what stands in them: what is joined is joined for one page alone. */
    private static final String ROWS = """
            with page as (%s)
            select c.number, c.external_no, c.type, c.status, s.name as store, c.signed_on, c.address,
                   coalesce(c.price_fen, c.monthly_rent_fen) as value_fen,
                   (select string_agg(p.name, '、' order by p.seq) from contract_party p where p.contract_id = c.id)
                     as parties,
                   r.owed_fen, r.paid_fen, r.due_on, page.sort_value
              from page
              join contract c on c.id = page.id
              join organisation_unit s on s.company = c.company and s.code = c.store_code
              cross join lateral (
                select coalesce(sum(amount_fen), 0) as owed_fen, coalesce(sum(paid_fen), 0) as paid_fen,
                       min(due_on) filter (where paid_fen < amount_fen) as due_on
                  from receivable where contract_no = c.number and status <> 'CANCELLED') r
            """;

    /** What is still open of each contract, for those orders that need it of all of them. */
    private static final String OPEN = """
             left join (
               select contract_no, sum(amount_fen - paid_fen)::bigint as outstanding, min(due_on) as due_on
                 from receivable
                where company = :company and store_code = any(:stores) and status not in ('SETTLED', 'CANCELLED')
                group by contract_no) o on o.contract_no = c.number
            """;

    private static final String WORDS = """
            c.id in (select contracts_holding(:words, :like)
                     union select p.contract_id from contract_party p
                      where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                         or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails))
            """;

    private static final String OVERDUE = """
            exists (select 1 from receivable d
                     where d.contract_no = c.number and d.status in ('OPEN', 'OVERDUE') and d.due_on < :today)
            """;

    private static final String NUMBER = "c.number";

    private final JdbcClient jdbc;
    private final NumberSearch search;
    private final Clock clock;

    ContractRows(JdbcClient jdbc, NumberSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    ListPage<ContractRow> page(
            Actor actor,
            ContractFilter.Wanted wanted,
            @Nullable Sorting sorting,
            @Nullable PageCursor after,
            int size) {
        if (actor.stores().isEmpty()) {
            return ListPage.none();
        }
        var key = key(sorting);
        var narrowed = narrowed(actor, wanted);
        if (after != null) {
            narrowed.with("afterValue", key.value(after)).with("afterNumber", after.number());
        }
        var ids = "select c.id, c.number, " + key.selected() + " from contract c" + (needsOpen(sorting) ? OPEN : "")
                + narrowed + key.after(after) + key.orderBy() + " limit :limit";
        var order = sorting == null ? "" : sorting.toString();
        var found = jdbc.sql(ROWS.formatted(ids) + key.orderOfPage())
                .params(narrowed.with("limit", size + 1).values())
                .query((rs, row) -> new Found(row(rs), key.end(rs, order)))
                .list();
        return ListPage.of(found, size, Found::row, Found::end);
    }

    private record Found(ContractRow row, PageCursor end) {}

    /** @return how many there are, counting no further than one more than an export takes */
    long count(Actor actor, ContractFilter.Wanted wanted) {
        var narrowed = narrowed(actor, wanted).with("most", ListExport.MOST + 1);
        return jdbc.sql("select count(*) from (select from contract c" + narrowed + " limit :most) n")
                .params(narrowed.values())
                .query(Long.class)
                .single();
    }

    /** The newest first, as long as nobody sorts. */
    private static SortKey key(@Nullable Sorting sorting) {
        if (sorting == null) {
            return new SortKey("c.created_at", SortKey.Type.MOMENT, NUMBER, Direction.DESCENDING);
        }
        return switch (sorting.column()) {
            case "signedOn" -> new SortKey("c.signed_on", SortKey.Type.DATE, NUMBER, sorting.direction());
            case "outstanding" ->
                new SortKey("coalesce(o.outstanding, 0)", SortKey.Type.WHOLE, NUMBER, sorting.direction());
            case "dueOn" ->
                new SortKey("coalesce(o.due_on, 'infinity')", SortKey.Type.DATE, NUMBER, sorting.direction());
            default -> throw new IllegalArgumentException(sorting.column());
        };
    }

    private static boolean needsOpen(@Nullable Sorting sorting) {
        return sorting != null && !sorting.column().equals("signedOn");
    }

    private Scoped narrowed(Actor actor, ContractFilter.Wanted wanted) {
        var scoped = new Scoped(actor, "c")
                .and("c.status = :status", "status", name(wanted.status()))
                .and("c.type = :type", "type", name(wanted.type()))
                .and("c.store_code = :store", "store", wanted.store())
                .and("c.signed_on >= :from", "from", wanted.from())
                .and("c.signed_on <= :to", "to", wanted.to())
                .and(OVERDUE, "today", wanted.isOverdue() ? BusinessTime.today(clock) : null);
        if (wanted.attention() != null) {
            scoped.and(wanted.attention().condition()).with("weekAgo", Attention.weekAgo(clock.instant()));
        }
        if (wanted.numbers() != null) {
            scoped.and("c.number = any(:numbers)", "numbers", wanted.numbers().toArray(String[]::new));
        }
        return wanted.text() == null ? scoped : worded(scoped, wanted.text());
    }

    private Scoped worded(Scoped scoped, String text) {
        return scoped.and(WORDS, "like", SearchText.anywhere(text))
                .with("words", text)
                .with(search.of(text));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ContractRow row(ResultSet rs) throws SQLException {
        return new ContractRow(
                rs.getString("number"),
                rs.getString("external_no"),
                DealType.valueOf(rs.getString("type")),
                ContractStatus.valueOf(rs.getString("status")),
                rs.getString("store"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("address"),
                Money.ofFen(rs.getLong("value_fen")),
                rs.getString("parties"),
                Money.ofFen(rs.getLong("owed_fen")),
                Money.ofFen(rs.getLong("paid_fen")),
                rs.getObject("due_on", LocalDate.class));
    }
}
