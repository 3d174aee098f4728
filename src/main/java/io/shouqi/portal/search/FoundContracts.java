package io.shouqi.portal.search;

import io.shouqi.identity.Actor;
import io.shouqi.portal.NumberSearch;
import io.shouqi.vault.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contracts by number and address, and their parties by name and number, within the actor's stores. */
@Component
class FoundContracts {

    private static final String PARTIES = """
            (select string_agg(p.name, '、' order by p.seq) from contract_party p where p.contract_id = c.id)""";

    private final JdbcClient jdbc;
    private final NumberSearch numbers;

    FoundContracts(JdbcClient jdbc, NumberSearch numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** @param number of the contract the hit leads to */
    record Found(String number, Hit hit) {}

    List<Found> byWords(Actor actor, Words words, int most) {
        return jdbc.sql("select c.number, c.external_no, c.address, c.status, " + PARTIES + """
                         as parties
                          from contracts_by_words(:words, :most) f join contract c on c.id = f.id
                         where c.company = :company and c.store_code = any(:stores)
                         order by c.created_at desc
                        """)
                .param("words", words.each().toArray(String[]::new))
                .param("most", most)
                .param("company", actor.company())
                .param("stores", actor.stores().toArray(String[]::new))
                .query(FoundContracts::contract)
                .list();
    }

    private static Found contract(ResultSet rs, int row) throws SQLException {
        var number = rs.getString("number");
        var note = number + " · " + rs.getString("parties");
        var state = "contractStatus." + rs.getString("status");
        return new Found(number, new Hit("/contracts/" + number, rs.getString("address"), note, state, null));
    }

    /** People by a part of the name, or by phone or id number: the whole of it or its last four characters. */
    List<Found> people(Actor actor, Words words, int most) {
        var wanted = numbers.of(words.typed());
        return jdbc.sql("""
                        with hit as (
                          select contract_id, seq from parties_by_name(:name, :most)
                          union
                          select contract_id, seq from contract_party p
                           where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                              or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails))
                        select c.number, c.address, p.name, p.role
                          from hit h join contract c on c.id = h.contract_id
                          join contract_party p on p.contract_id = h.contract_id and p.seq = h.seq
                         where c.company = :company and c.store_code = any(:stores)
                         order by c.created_at desc, p.seq limit :most
                        """)
                .param("name", words.typed())
                .param("most", most)
                .param("phones", Fingerprint.array(wanted.phone().whole()))
                .param("phoneTails", Fingerprint.array(wanted.phone().tail()))
                .param("idNos", Fingerprint.array(wanted.idNo().whole()))
                .param("idNoTails", Fingerprint.array(wanted.idNo().tail()))
                .param("company", actor.company())
                .param("stores", actor.stores().toArray(String[]::new))
                .query(FoundContracts::person)
                .list();
    }

    private static Found person(ResultSet rs, int row) throws SQLException {
        var number = rs.getString("number");
        var note = rs.getString("address") + " · " + number;
        return new Found(
                number,
                new Hit("/contracts/" + number, rs.getString("name"), note, "party." + rs.getString("role"), null));
    }
}
