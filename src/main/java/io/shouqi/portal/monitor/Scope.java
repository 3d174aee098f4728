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

    /** Numbers tell by their first letters what they are of, so that no table is searched for another's. */
    static final String BUSINESS = """

              left join lateral (select * from receivable x
                                  where v.business_key like 'R-%' and x.number = v.business_key
                                    and x.company = :company and x.store_code = any(:stores) offset 0) r on true
              left join lateral (select * from approval x
                                  where v.business_key like 'A-%' and x.number = v.business_key
                                    and x.company = :company and x.store_code = any(:stores) offset 0) a on true
              left join lateral (select * from suspense x
                                  where v.business_key like 'DC-%' and x.number = v.business_key
                                    and x.company = :company and x.store_code = any(:places) offset 0) u on true
              left join contract c on c.number = coalesce(r.contract_no, a.subject, u.contract_no, v.business_key)
                   and c.company = :company and c.store_code = any(:stores)
            """;

    /** What can be in the scope of some stores; a few thousand keys are looked up faster than all cases are read. */
    private static final String KEYS = """
             and %s in (select number from contract where company = :company and store_code = any(:stores)
                        union all
                        select number from receivable where company = :company and store_code = any(:stores)
                        union all
                        select number from approval where company = :company and store_code = any(:stores)
                        union all
                        select number from suspense where company = :company and store_code = any(:stores))
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

    /** What a contract will bring that has no receivables yet: its last fee list, also one that was declined. */
    static final String LIST = """
              left join lateral (select l.total_fen from fee_list l
                                  where l.contract_id = c.id
                                    and o.contract_no is null and c.status not in ('SETTLED', 'CLOSED', 'CANCELLED')
                                    and not exists (select from receivable x where x.contract_no = c.number)
                                  order by l.edition desc limit 1) f on true
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

    private static final String DAY =
            "coalesce(c.signed_on," + " (select k.started::date from process_case k where k.instance = v.instance))";

    /** For a statement of its own; asks for the parameters from and to. */
    static final String BEGUN_IN_PERIOD = DAY + " between :from and :to";

    private final StringBuilder where = new StringBuilder(" where v.company = :company");
    private final Map<String, Object> values = new HashMap<>();
    private final boolean wide;

    private Scope(Actor actor, @Nullable String store) {
        var wide = store == null && actor.unit().equals(actor.company());
        var stores = store == null ? actor.stores().stream() : Stream.of(store);
        var codes = stores.toArray(String[]::new);
        values.put("company", actor.company());
        values.put("stores", codes);
        values.put(
                "places",
                wide
                        ? Stream.concat(Stream.of(codes), Stream.of(actor.company()))
                                .toArray(String[]::new)
                        : codes);
        this.wide = wide;
        if (!wide) {
            where.append(" and coalesce(c.store_code, r.store_code, a.store_code, u.store_code) is not null");
            where.append(keys("v.business_key"));
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

    /** For a select within, where the condition of the whole would come too late; empty for a whole company. */
    String keys(String column) {
        return wide ? "" : KEYS.formatted(column);
    }

    String where() {
        return where.toString();
    }

    StatementSpec ask(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(values);
    }
}
