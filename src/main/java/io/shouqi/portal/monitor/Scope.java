package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Rows of the engine's views that somebody may see. The engine knows companies and no stores, so each row v is joined
 * with what it works for: the receivable, the approval or the money in suspense its business key names, and the contract
 * of that. What belongs to no store is for those who see the whole company.
 */
final class Scope {

    static final String BUSINESS = """

              left join receivable r on r.number = v.business_key and r.company = :company and r.store_code = any(:stores)
              left join approval a on a.number = v.business_key and a.company = :company and a.store_code = any(:stores)
              left join suspense u on u.number = v.business_key and u.company = :company and u.store_code = any(:places)
              left join contract c on c.number = coalesce(r.contract_no, a.subject, u.contract_no, v.business_key)
                   and c.company = :company and c.store_code = any(:stores)
            """;

    /** What is open of each contract, where all are summed up. */
    static final String OPEN_OF_ALL = """
              left join (select contract_no, sum(amount_fen - paid_fen)::bigint as fen from receivable
                          where company = :company and store_code = any(:stores)
                            and status not in ('SETTLED', 'CANCELLED')
                          group by contract_no) o on o.contract_no = c.number
            """;

    /** The same where a page is shown. */
    static final String OPEN_OF_FEW = """
              left join lateral (select min(contract_no) as contract_no, sum(amount_fen - paid_fen)::bigint as fen
                                   from receivable
                                  where contract_no = c.number and status not in ('SETTLED', 'CANCELLED')) o on true
            """;

    /** What a contract will bring that has no receivables yet: its fee list in force. */
    static final String LIST = """
              left join lateral (select l.total_fen from fee_list l
                                  where l.contract_id = c.id and l.status in ('DRAFT', 'FROZEN', 'CONFIRMED')
                                    and o.contract_no is null and c.status not in ('SETTLED', 'CLOSED', 'CANCELLED')
                                    and not exists (select from receivable x where x.contract_no = c.number)) f on true
            """;

    /** What is still to come in for a row: of a receivable that alone, else of the whole contract. */
    static final String MONEY = """
            case when r.id is not null then
                   case when r.status in ('SETTLED', 'CANCELLED') then 0 else r.amount_fen - r.paid_fen end
                 when u.id is not null then case when u.status = 'OPEN' then u.amount_fen else 0 end
                 else coalesce(o.fen, f.total_fen, 0) end
            """;

    /** Code of the store; the company's own where none has it. */
    static final String STORE = "coalesce(c.store_code, r.store_code, a.store_code, u.store_code, v.company)";

    private static final String DAY = "coalesce(c.signed_on,"
            + " (select k.started::date from process_case k where k.instance = v.instance))";

    /** For a statement of its own; asks for the parameters from and to. */
    static final String BEGUN_IN_PERIOD = DAY + " between :from and :to";

    private final StringBuilder where = new StringBuilder(" where v.company = :company");
    private final Map<String, Object> values = new HashMap<>();

    private Scope(Actor actor, @Nullable String store) {
        var wide = store == null && actor.unit().equals(actor.company());
        var stores = store == null ? actor.stores().stream() : Stream.of(store);
        var codes = stores.toArray(String[]::new);
        values.put("company", actor.company());
        values.put("stores", codes);
        values.put(
                "places",
                wide ? Stream.concat(Stream.of(codes), Stream.of(actor.company())).toArray(String[]::new) : codes);
        if (!wide) {
            where.append(" and coalesce(c.store_code, r.store_code, a.store_code, u.store_code) is not null");
        }
    }

    /** All that this person may see. */
    static Scope of(Actor actor) {
        return new Scope(actor, null);
    }

    /** Without the period, which means another day in each list. */
    static Scope of(Actor actor, Wanted wanted) {
        return new Scope(actor, wanted.store())
                .and("v.process = :process", "process", wanted.process())
                .and("v.version = :version", "version", wanted.version());
    }

    /** @param from first day on which the contract was signed; what has no contract counts by its beginning */
    Scope begun(@Nullable LocalDate from, @Nullable LocalDate to) {
        return and(DAY + " >= :from", "from", from).and(DAY + " <= :to", "to", to);
    }

    Scope and(String condition) {
        where.append(" and ").append(condition);
        return this;
    }

    /** Left out where there is no value. */
    Scope and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(condition);
            values.put(name, value);
        }
        return this;
    }

    String where() {
        return where.toString();
    }

    StatementSpec ask(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(values);
    }
}
