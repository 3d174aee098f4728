package io.shouqi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.database.Caller;
import io.shouqi.database.Reach;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.pricing.RuleTables;
import io.shouqi.workflow.Deployments;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself lets a transaction see, whatever the SQL says. */
@ShouqiTest
@Import(World.Maker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {

    /**
     * Tables without a policy, and why: the engine's hold ids and routing flags and are reached through the task list
     * alone, sessions are looked up before anybody is known, the rest belongs to no company.
     */
    private static final String WITHOUT =
            "act_.*|flyway_.*|spring_session.*|sandbox_.*|account|idempotent_call|" + "outbox_cursor|vault_.*|audit_.*";

    @Autowired
    JdbcClient sql;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @Autowired
    PlatformTransactionManager transactions;

    private World own;
    private World otherStore;
    private World otherCompany;

    @BeforeAll
    void settle(
            @Autowired Shop shop,
            @Autowired World.Maker worlds,
            @Autowired Organisation organisation,
            @Autowired Users users,
            @Autowired RuleTables rules,
            @Autowired Deployments deployments) {
        shop.open();
        own = worlds.of(Shop.COMPANY, Shop.STORE, shop.clerk(), "自家客", rows);
        otherStore = worlds.of(Shop.COMPANY, "TT02", shop.named("t-elsewhere"), "外店客", rows);
        organisation.company("VV", "外司", "GENERAL");
        organisation.area("VV", "VVA", "外区");
        organisation.store(new Store("VV", "VV01", "外司店", "外区", "北京", "010-1", "外街"), "VVA");
        organisation.user("VV", "VV01", "v-clerk", "v-clerk", "secret", Set.of(Role.CLERK, Role.CASHIER));
        rules.seed("VV");
        deployments.seed("VV");
        otherCompany = worlds.of("VV", "VV01", clerkOf(users), "外司客", rows);
    }

    private static Actor clerkOf(Users users) {
        return users.byUsername("v-clerk").orElseThrow();
    }

    @Test
    void every_table_has_a_policy_or_stands_on_the_short_list_of_those_without() {
        var open = rows.sql("""
                        select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1
                        """).query(String.class).list();
        assertThat(open).allMatch(table -> table.matches(WITHOUT));
    }

    @Test
    void the_application_can_neither_leave_the_policies_out_nor_switch_them_off() {
        assertThat(rows.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThatThrownBy(() -> rows.sql("alter table contract disable row level security")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void a_thread_that_declared_nothing_sees_nothing() {
        for (var table : protectedTables()) {
            assertThat(as(nobody(), () -> count(table))).as(table).isZero();
        }
    }

    @Test
    void outside_of_a_transaction_nobody_sees_anything() {
        assertThat(Caller.SYSTEM.call(() -> count("contract"))).isZero();
    }

    @Test
    void a_store_sees_its_own_rows_and_their_parts() {
        var store = reaching(Reach.ofStores(Shop.COMPANY, Set.of(Shop.STORE)));

        assertThat(as(store, () -> stores("contract"))).containsExactly(Shop.STORE);
        assertThat(as(store, () -> stores("receivable"))).containsExactly(Shop.STORE);
        assertThat(as(store, () -> stores("receipt"))).containsExactly(Shop.STORE);
        assertThat(as(store, () -> stores("voucher"))).containsExactly(Shop.STORE);
        assertThat(as(store, () -> stores("task"))).containsExactly(Shop.STORE);
        var parties = as(
                store,
                () -> sql.sql("select distinct name from contract_party")
                        .query(String.class)
                        .list());
        assertThat(parties).contains(own.customer()).doesNotContain(otherStore.customer(), otherCompany.customer());
        assertThat(as(store, () -> sql.sql("""
                                select count(*) from journal_entry e
                                 where not exists (select 1 from voucher v where v.id = e.voucher_id)
                                """).query(Long.class).single())).isZero();
    }

    @Test
    void a_company_sees_all_its_stores_and_no_other_company() {
        var company = reaching(Reach.ofCompany(Shop.COMPANY));

        assertThat(as(company, () -> stores("contract")))
                .contains(Shop.STORE, "TT02")
                .doesNotContain("VV01");
        assertThat(as(
                        company,
                        () -> sql.sql("select code from company")
                                .query(String.class)
                                .list()))
                .containsExactly(Shop.COMPANY);
        assertThat(as(
                        company,
                        () -> sql.sql("select count(*) from app_user where company <> 'TT'")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void a_row_of_another_store_or_company_can_be_neither_written_nor_changed() {
        var store = reaching(Reach.ofStores(Shop.COMPANY, Set.of(Shop.STORE)));

        for (var world : List.of(otherStore, otherCompany)) {
            assertThat(as(
                            store,
                            () -> sql.sql("update contract set cancel_reason = 'x' where number = ?")
                                    .param(world.contract())
                                    .update()))
                    .isZero();
            assertThatThrownBy(() -> as(
                            store,
                            () -> sql.sql("""
                                            insert into customer_credit(company, store_code, contract_no, amount_fen, source, made_at)
                                            values (?, ?, ?, 1, 'x', now())
                                            """)
                                    .params(world.company(), world.store(), world.contract())
                                    .update()))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void entries_cannot_be_added_to_a_voucher_out_of_reach() {
        var store = reaching(Reach.ofStores(Shop.COMPANY, Set.of(Shop.STORE)));
        var voucher = rows.sql("select id::text from voucher where company = 'VV' limit 1")
                .query(String.class)
                .single();

        assertThatThrownBy(() ->
                        as(store, () -> sql.sql("""
                                        insert into journal_entry(voucher_id, line, account, debit, credit)
                                        values (?::uuid, 98, '1001', 1, null), (?::uuid, 99, '1002', null, 1)
                                        """).params(voucher, voucher).update()))
                .rootCause()
                .hasMessageContaining("out of reach");
    }

    @Test
    void a_pooled_connection_carries_nobodys_reach_to_the_next_transaction() {
        as(Caller.SYSTEM, () -> count("contract"));
        for (var i = 0; i < 30; i++) {
            assertThat(as(nobody(), () -> count("contract"))).isZero();
        }
    }

    private List<String> protectedTables() {
        return rows.sql("""
                        select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity order by 1
                        """).query(String.class).list();
    }

    private List<String> stores(String table) {
        return sql.sql("select distinct store_code from " + table + " order by 1")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static Caller nobody() {
        return reaching(Reach.NOTHING);
    }

    private static Caller reaching(Reach reach) {
        return new Caller(reach, null, "test", null, Caller.Via.PAGE, null);
    }
}
