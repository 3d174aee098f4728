package io.shouqi.portal.till;

import io.shouqi.contract.ContractStatus;
import io.shouqi.identity.Actor;
import io.shouqi.portal.NumberSearch;
import io.shouqi.pricing.DealType;
import io.shouqi.shared.Money;
import io.shouqi.shared.SearchText;
import io.shouqi.vault.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts on which money may be taken, within somebody's data scope. Reads only. */
@Component
@Transactional(readOnly = true)
class PayableContracts {

    /** How many the cashier is shown; more means that the words were too few. */
    static final int FOUND = 20;

    private static final String ROW = """
            select c.number, c.external_no, c.type, c.status, c.store_code, s.name as store, c.signed_on, c.address,
                   coalesce(c.price_fen, c.monthly_rent_fen) as value_fen,
                   (select string_agg(p.name, '、' order by p.seq) from contract_party p where p.contract_id = c.id)
                     as parties,
                   r.owed_fen, r.paid_fen, r.due_on
              from contract c
              join organisation_unit s on s.company = c.company and s.code = c.store_code
              cross join lateral (
                select coalesce(sum(amount_fen), 0) as owed_fen, coalesce(sum(paid_fen), 0) as paid_fen,
                       min(due_on) filter (where paid_fen < amount_fen) as due_on
                  from receivable where contract_no = c.number and status <> 'CANCELLED') r
             where c.company = :company and c.store_code in (:stores)
               and (:like::text is null or c.number ilike :like or c.external_no ilike :like or c.address ilike :like
                    or exists (select 1 from contract_party p where p.contract_id = c.id and p.name ilike :like)
                    or c.id in (select p.contract_id from contract_party p
                                 where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                                    or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails)))
            """;

    private final JdbcClient jdbc;
    private final NumberSearch search;

    PayableContracts(JdbcClient jdbc, NumberSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /**
     * @param value the price, or the monthly rent of a rental
     * @param dueOn the earliest day on which something open falls due
     */
    record Row(
            String number,
            String externalNo,
            DealType type,
            ContractStatus status,
            String store,
            LocalDate signedOn,
            String address,
            Money value,
            String parties,
            Money owed,
            Money paid,
            @Nullable LocalDate dueOn) {

        public Money outstanding() {
            return owed.minus(paid);
        }
    }

    /** Contracts on which money may be taken now, the most urgent first. */
    List<Row> find(Actor actor, @Nullable String text) {
        if (actor.stores().isEmpty()) {
            return List.of();
        }
        return searched(actor, text, """
                           and c.status in ('COLLECTING', 'SETTLED') and r.owed_fen > r.paid_fen
                         order by r.due_on nulls last, c.created_at desc limit :limit
                        """)
                .param("limit", FOUND)
                .query(PayableContracts::map)
                .list();
    }

    private StatementSpec searched(Actor actor, @Nullable String text, String narrowed) {
        var numbers = search.of(text);
        return jdbc.sql(ROW + narrowed)
                .param("company", actor.company())
                .param("stores", actor.stores())
                .param("like", SearchText.anywhere(text))
                .param("phones", Fingerprint.array(numbers.phone().whole()))
                .param("phoneTails", Fingerprint.array(numbers.phone().tail()))
                .param("idNos", Fingerprint.array(numbers.idNo().whole()))
                .param("idNoTails", Fingerprint.array(numbers.idNo().tail()));
    }

    private static Row map(ResultSet rs, int row) throws SQLException {
        return new Row(
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
