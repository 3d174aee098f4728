package io.shouqi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.audit.Finding.Kind;
import io.shouqi.payment.Cashier;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class VerifierTest {

    /** Each source with a change that somebody could gain by, and what makes a copy another row. */
    enum Source {
        AUDIT_EVENT("id", "actor_name = 'nobody'", "{\"id\": 999000001, \"tx\": \"3\"}"),
        RECEIPT("number", "amount_fen = amount_fen - 1", """
                {"id": "00000000-0000-0000-0000-00000000000a", "number": "SK-FORGED", "transaction_id": "forged",
                 "token": "forged", "tx": "3"}"""),
        RECEIPT_ALLOCATION("id", "amount_fen = 1", "{\"id\": 999000001, \"source\": \"forged\", \"tx\": \"3\"}"),
        VOUCHER("number", "day = day - 1", """
                {"id": "00000000-0000-0000-0000-00000000000b", "number": "V-FORGED", "seq": 999000001,
                 "source": "forged", "tx": "3"}""");

        private final String key;
        private final String change;
        private final String otherwise;

        Source(String key, String change, String otherwise) {
            this.key = key;
            this.change = change;
            this.otherwise = otherwise;
        }

        String table() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String last(Intruder intruder) throws SQLException {
            return intruder.one("select " + key + " from " + table() + " order by tx desc, " + key + " desc limit 1");
        }

        String is(String value) {
            return key + " = '" + value + "'";
        }
    }

    @Autowired
    Shop shop;

    @Autowired
    Cashier cashier;

    @Autowired
    Sealer sealer;

    @Autowired
    Verifier verifier;

    @Autowired
    DailyAnchor anchor;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    Intruder intruder;

    @BeforeEach
    void money() throws SQLException {
        shop.open();
        pay();
        sealer.seal();
        assertThat(verify().findings()).isEmpty();
        intruder = new Intruder(url);
    }

    @AfterEach
    void everythingIsAsItWas() throws SQLException {
        intruder.close();
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void all_that_is_sealed_is_checked_and_nothing_is_left_over() {
        var answer = verify();

        assertThat(answer.intact()).isTrue();
        assertThat(answer.waiting()).isZero();
        assertThat(answer.checked()).isEqualTo(jdbc.sql("""
                                select (select count(*) from audit_event) + (select count(*) from voucher)
                                     + (select count(*) from receipt) + (select count(*) from receipt_allocation)
                                """).query(Long.class).single());
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_row_is_named(Source source) throws SQLException {
        var key = source.last(intruder);
        intruder.keep(source.table(), source.is(key));
        intruder.run("update " + source.table() + " set " + source.change + " where " + source.is(key));

        assertOnly(Kind.CHANGED, source, key);
        intruder.restore(source.table(), source.is(key));
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_row_is_named(Source source) throws SQLException {
        var key = source.last(intruder);
        intruder.keep(source.table(), source.is(key));
        if (source == Source.VOUCHER) {
            intruder.run(
                    "create temporary table kept_entries as select e.* from journal_entry e join kept on kept.id = e.voucher_id");
            intruder.run("delete from journal_entry where voucher_id in (select id from kept)");
        }
        intruder.run("delete from " + source.table() + " where " + source.is(key));

        assertOnly(Kind.MISSING, source, key);
        intruder.restore(source.table(), source.is(key));
        if (source == Source.VOUCHER) {
            intruder.run("insert into journal_entry overriding system value select * from kept_entries");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_inserted_into_the_past_is_named(Source source) throws SQLException {
        var copied = source.last(intruder);
        intruder.keep(source.table(), source.is(copied));
        intruder.insert(
                source.table(),
                "(select (jsonb_populate_record(null::%s, to_jsonb(k) || '%s')).* from kept k) forged"
                        .formatted(source.table(), source.otherwise));
        var key = source.key.equals("id") ? "999000001" : source == Source.RECEIPT ? "SK-FORGED" : "V-FORGED";

        assertOnly(Kind.INSERTED, source, key);
        intruder.run("delete from " + source.table() + " where " + source.is(key));
    }

    @Test
    void a_changed_an_added_and_a_stray_entry_are_named_by_their_voucher() throws SQLException {
        var voucher = Source.VOUCHER.last(intruder);
        var entries = "voucher_id = (select id from voucher where number = '" + voucher + "')";
        intruder.keep("journal_entry", entries);

        intruder.run("update journal_entry set debit = debit + 1, credit = credit + 1 where " + entries);
        assertOnly(Kind.CHANGED, Source.VOUCHER, voucher);
        intruder.restore("journal_entry", entries);

        intruder.run("insert into journal_entry(voucher_id, line, account, debit) select id, 99, '1001', 1 from voucher"
                + " where number = '" + voucher + "'");
        assertOnly(Kind.CHANGED, Source.VOUCHER, voucher);
        intruder.restore("journal_entry", entries);

        var nowhere = "00000000-0000-0000-0000-00000000000c";
        intruder.run(
                "insert into journal_entry(voucher_id, line, account, debit) values ('" + nowhere + "', 1, '1001', 1)");
        assertOnly(Kind.STRAY, Source.VOUCHER, nowhere + " 1");
        intruder.run("delete from journal_entry where voucher_id = '" + nowhere + "'");
    }

    @Test
    void a_fact_of_a_transaction_that_never_was_is_named() throws SQLException {
        intruder.run(
                "insert into audit_event(id, tx, at, actor_name, via, action, subject_kind) overriding system value"
                        + " values (999000002, '9223372036854775807', now(), 'nobody', 'PAGE', 'row.updated', 'contract')");

        assertOnly(Kind.INSERTED, Source.AUDIT_EVENT, "999000002");
        intruder.run("delete from audit_event where id = 999000002");
    }

    @Test
    void who_has_the_database_but_not_the_key_cannot_make_a_seal_fit_a_changed_row() throws SQLException {
        var key = Source.RECEIPT.last(intruder);
        var sealed = "source = 'receipt' and key = '" + key + "'";
        intruder.keep("audit_seal", sealed);
        intruder.run("update audit_seal set digest = sha256('another'), chain = sha256('another') where " + sealed);

        assertThat(verify().findings().get(0)).satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.BROKEN);
            assertThat(finding.key()).isEqualTo(key);
        });
        intruder.restore("audit_seal", sealed);
    }

    @Test
    void a_link_taken_out_of_the_middle_leaves_a_gap() throws SQLException {
        var position = Long.parseLong(intruder.one("select max(position) - 2 from audit_seal"));
        var taken = "position = " + position;
        intruder.keep("audit_seal", taken);
        intruder.run("delete from audit_seal where " + taken);

        assertThat(verify().findings())
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.GAP);
                    assertThat(finding.position()).isEqualTo(position + 1);
                })
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.INSERTED));
        intruder.restore("audit_seal", taken);
    }

    @Test
    void a_tail_that_was_cut_off_with_all_its_facts_is_found_by_the_anchor() throws SQLException {
        anchor.write();
        var position = Long.parseLong(intruder.one("select max(position) from audit_seal"));
        var last = intruder.one("select source from audit_seal order by position desc limit 1");
        var key = intruder.one("select key from audit_seal order by position desc limit 1");
        var fact = Source.valueOf(last.toUpperCase(java.util.Locale.ROOT));
        intruder.keep(last, fact.is(key));
        intruder.run("create temporary table kept_seal as select * from audit_seal where position = " + position);
        intruder.run("create temporary table kept_entries as select e.* from journal_entry e, voucher v"
                + " where v.id = e.voucher_id and v.number = '" + key + "'");
        intruder.run(
                "delete from journal_entry e using voucher v where v.id = e.voucher_id and v.number = '" + key + "'");
        intruder.run("delete from " + last + " where " + fact.is(key));
        intruder.run("delete from audit_seal where position = " + position);

        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CUT);
            assertThat(finding.position()).isEqualTo(position);
        });
        intruder.restore(last, fact.is(key));
        intruder.run("insert into journal_entry overriding system value select * from kept_entries");
        intruder.run("insert into audit_seal select * from kept_seal");
    }

    private void assertOnly(Kind kind, Source source, String key) {
        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.source()).isEqualTo(source.table());
            assertThat(finding.key()).isEqualTo(key);
        });
    }

    private Verification verify() {
        return verifier.verify((checked, total) -> {});
    }

    private void pay() {
        var owed = shop.receivables(shop.confirmed(Shop.resale())).stream()
                .map(Receivable::number)
                .limit(1)
                .toList();
        var asked = new Cashier.Asked("CASH", "50000.00", Map.of());
        cashier.take(owed, asked, shop.clerk(), new Call("t-clerk", "POST payment", null, asked));
    }
}
