package io.shouqi.portal.lists;

import io.shouqi.contract.Milestone;
import io.shouqi.identity.Actor;
import io.shouqi.lists.ListPage;
import io.shouqi.lists.SortKey;
import io.shouqi.lists.Sorting;
import io.shouqi.portal.NumberSearch;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.ReceivableStatus;
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

/** Receivables with the contracts they belong to, within somebody's data scope. Reads only. */
@Component
@Transactional(readOnly = true)
class ReceivableRows {

    /** First which rows, then what stands in them: what is joined is joined for one page alone. */
    private static final String ROWS = """
            with page as (%s)
            select r.number, r.contract_no, c.address, s.name as store, r.payer, r.payer_name, r.instalment, r.milestone,
                   r.due_on, r.amount_fen, r.paid_fen, r.status,
                   (select string_agg(distinct l.name, '、') from fee_list f join fee_list_line l on l.fee_list_id = f.id
                     where f.contract_id = c.id and f.status <> 'SUPERSEDED' and l.payer = r.payer
                       and l.code = any(string_to_array(r.fee_codes, ','))) as fees,
                   page.days_overdue, page.sort_value
              from page
              join receivable r on r.id = page.id
              join contract c on c.number = r.contract_no
              join organisation_unit s on s.company = r.company and s.code = r.store_code
            """;

    private static final String DAYS_OVERDUE =
            "(case when r.status in ('OPEN', 'OVERDUE') and r.due_on < :today then :today - r.due_on else 0 end)::bigint";

    private static final String WORDS = """
            (r.number ilike :like or r.payer_name ilike :like
             or r.contract_no in (
               select c.number from contract c
                where c.id in (select contracts_holding(:words, :like)
                               union select p.contract_id from contract_party p
                                where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                                   or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails))))
            """;

    private final JdbcClient jdbc;
    private final NumberSearch search;
    private final Clock clock;

    ReceivableRows(JdbcClient jdbc, NumberSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    /** What the filters leave, summed up. */
    record Sums(long count, Money amount, Money paid, Money outstanding) {

        static final Sums NOTHING = new Sums(0, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    ListPage<ReceivableRow> page(
            Actor actor, ReceivableFilter.Wanted wanted, Sorting sorting, @Nullable PageCursor after, int size) {
        if (actor.stores().isEmpty()) {
            return ListPage.none();
        }
        var key = key(sorting);
        var narrowed = narrowed(actor, wanted);
        if (after != null) {
            narrowed.with("afterValue", key.value(after)).with("afterNumber", after.number());
        }
        var ids = "select r.id, r.number, " + DAYS_OVERDUE + " as days_overdue, " + key.selected()
                + " from receivable r" + narrowed + key.after(after) + key.orderBy() + " limit :limit";
        var found = jdbc.sql(ROWS.formatted(ids) + key.orderOfPage())
                .params(narrowed.with("limit", size + 1).values())
                .query((rs, row) -> new Found(row(rs), key.end(rs, sorting.toString())))
                .list();
        return ListPage.of(found, size, Found::row, Found::end);
    }

    private record Found(ReceivableRow row, PageCursor end) {}

    Sums sums(Actor actor, ReceivableFilter.Wanted wanted) {
        if (actor.stores().isEmpty()) {
            return Sums.NOTHING;
        }
        var narrowed = narrowed(actor, wanted);
        return jdbc.sql("""
                        select count(*), coalesce(sum(r.amount_fen), 0)::bigint, coalesce(sum(r.paid_fen), 0)::bigint,
                               coalesce(sum(r.amount_fen - r.paid_fen) filter (where r.status <> 'CANCELLED'), 0)::bigint
                          from receivable r
                        """ + narrowed)
                .params(narrowed.values())
                .query((rs, row) -> new Sums(
                        rs.getLong(1),
                        Money.ofFen(rs.getLong(2)),
                        Money.ofFen(rs.getLong(3)),
                        Money.ofFen(rs.getLong(4))))
                .single();
    }

    private static SortKey key(Sorting sorting) {
        var value = switch (sorting.column()) {
            case "amount" -> "r.amount_fen";
            case "daysOverdue" -> DAYS_OVERDUE;
            default -> "coalesce(r.due_on, 'infinity')";
        };
        var type = sorting.column().equals("dueOn") ? SortKey.Type.DATE : SortKey.Type.WHOLE;
        return new SortKey(value, type, "r.number", sorting.direction());
    }

    private Scoped narrowed(Actor actor, ReceivableFilter.Wanted wanted) {
        var payer = wanted.payer();
        var numbers = wanted.numbers();
        var scoped = new Scoped(actor, "r")
                .and(wanted.state().condition())
                .with("today", BusinessTime.today(clock))
                .and("r.store_code = :store", "store", wanted.store())
                .and("r.payer = :payer", "payer", payer == null ? null : payer.name())
                .and("r.due_on >= :from", "from", wanted.from())
                .and("r.due_on <= :to", "to", wanted.to())
                .and("r.number = any(:numbers)", "numbers", numbers == null ? null : numbers.toArray(String[]::new));
        return wanted.text() == null ? scoped : worded(scoped, wanted.text());
    }

    private Scoped worded(Scoped scoped, String text) {
        return scoped.and(WORDS, "like", SearchText.anywhere(text))
                .with("words", text)
                .with(search.of(text));
    }

    private static ReceivableRow row(ResultSet rs) throws SQLException {
        var milestone = rs.getString("milestone");
        var fees = rs.getString("fees");
        var late = rs.getLong("days_overdue");
        return new ReceivableRow(
                rs.getString("number"),
                rs.getString("contract_no"),
                rs.getString("address"),
                rs.getString("store"),
                PartyRole.valueOf(rs.getString("payer")),
                rs.getString("payer_name"),
                fees == null ? "" : fees,
                rs.getInt("instalment"),
                milestone == null ? null : Milestone.valueOf(milestone),
                rs.getObject("due_on", LocalDate.class),
                Money.ofFen(rs.getLong("amount_fen")),
                Money.ofFen(rs.getLong("paid_fen")),
                late,
                late > 0 ? ReceivableStatus.OVERDUE : ReceivableStatus.valueOf(rs.getString("status")));
    }
}
