package io.shouqi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.SigningDesk;
import io.shouqi.database.Caller;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.payment.Cashier;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShouqiTest
class AuditEventsTest {

    @Autowired
    Shop shop;

    @Autowired
    Cashier cashier;

    @Autowired
    Organisation organisation;

    @Autowired
    AuditTrail trail;

    @Autowired
    SigningDesk signing;

    @Autowired
    TestClock clock;

    @Value("${spring.datasource.url}")
    String url;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    record Event(
            String action,
            String kind,
            @Nullable String company,
            @Nullable String store,
            String before,
            String after,
            @Nullable String detail) {}

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_contract_from_signing_to_receipt_leaves_a_readable_trail() {
        var contract = shop.confirmed(Shop.resale());
        shop.reach(contract, Milestone.TRANSFER, Shop.SIGNED.plusDays(30));
        pay(contract);

        assertThat(events(contract))
                .allSatisfy(event -> assertThat(event.company()).isEqualTo(Shop.COMPANY))
                .allSatisfy(event -> assertThat(event.store()).isEqualTo(Shop.STORE))
                .extracting(event -> event.action() + " " + event.kind())
                .startsWith("row.inserted contract")
                .contains(
                        "row.inserted fee_list",
                        "row.updated fee_list",
                        "row.inserted fee_list_confirmation",
                        "row.updated fee_list_confirmation",
                        "row.updated contract",
                        "row.inserted contract_milestone");
        assertThat(events(contract)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("contract");
            assertThat(event.before()).isEqualTo("{\"status\": \"PENDING_CONFIRMATION\"}");
            assertThat(event.after()).isEqualTo("{\"status\": \"COLLECTING\"}");
        });
    }

    @Test
    void an_event_says_who_came_through_which_door_from_where_and_for_whom() {
        clock.set(Instant.parse("2024-03-01T02:00:00Z"));
        var contract = shop.sign(Shop.resale());
        var clerk = shop.clerk();
        var deputy = new Caller(clerk.reach(), clerk.id(), "小王", "小李", Caller.Via.PAGE, "10.1.2.3");
        deputy.run(() -> signing.cancel(shop.contract(contract), "客户改主意"));

        assertThat(jdbc.sql("""
                        select concat_ws(' ', actor_name, actor, acting_for, via, address, at at time zone 'UTC', after->>'status')
                          from audit_event where subject = ? and subject_kind = 'contract' order by id desc limit 1
                        """).param(contract).query(String.class).single())
                .isEqualTo("小王 " + clerk.id() + " 小李 PAGE 10.1.2.3 2024-03-01 02:00:00 CANCELLED");
    }

    @Test
    void a_change_past_the_application_is_recorded_with_the_database_login() throws SQLException {
        var contract = shop.sign(Shop.resale());
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("update contract set address = '别处' where number = '" + contract + "'");
        }

        assertThat(jdbc.sql("""
                        select concat_ws(' ', actor_name, via, company, store_code, before->>'address', after->>'address')
                          from audit_event where subject = ? order by id desc limit 1
                        """).param(contract).query(String.class).single())
                .isEqualTo("postgres DATABASE TT TT01 望京西园四区 410 号楼 别处");
    }

    @Test
    void money_writes_no_events_about_receivables_since_its_receipts_say_it_all() {
        var contract = shop.confirmed(Shop.resale());
        var before = count("receivable");
        pay(contract);

        assertThat(count("receivable")).isEqualTo(before);
        assertThat(count("receipt")).isZero();
    }

    @Test
    void a_change_that_is_undone_leaves_no_event() {
        var name = "audit-" + UUID.randomUUID();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    organisation.user(Shop.COMPANY, Shop.STORE, name, "没有", "secret", Set.of(Role.CLERK));
                    trail.record(AuditEntry.exported("contract", name, 3));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(events(name)).isEmpty();
    }

    @Test
    void a_refusal_stays_although_what_was_attempted_is_undone() {
        var what = "/contracts/" + UUID.randomUUID();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    trail.recordApart(AuditEntry.refused("page", what, "contract.unknown"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(events(what)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("access.refused");
            assertThat(event.detail()).isEqualTo("contract.unknown");
        });
    }

    @Test
    void what_strangers_send_as_their_name_is_kept_readable() {
        var sent = "audit\u0000\r\n" + UUID.randomUUID() + "x".repeat(5000);
        trail.recordApart(AuditEntry.loginFailed(null, sent, "unknown name"));

        var kept = jdbc.sql("select subject from audit_event where subject like ?")
                .param("audit " + sent.substring(8, 44) + "%")
                .query(String.class)
                .single();
        assertThat(kept).hasSizeLessThan(1100).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void passwords_and_keys_never_get_into_the_log() {
        var name = "audit-" + UUID.randomUUID();
        organisation.user(Shop.COMPANY, Shop.STORE, name, "小周", "secret", Set.of(Role.CLERK, Role.CASHIER));

        var events = events(name);
        assertThat(events)
                .extracting(event -> event.kind() + " " + event.store())
                .containsExactly("app_user TT01", "user_role null", "user_role null");
        assertThat(events.get(0).after())
                .contains("\"name\": \"小周\"", "\"password_hash\": \"***\"")
                .doesNotContain("bcrypt");
        assertThat(jdbc.sql("""
                        select count(*) from audit_event e
                         where exists (select 1 from merchant_account m where e.after::text like '%' || encode(m.private_key, 'hex') || '%')
                            or exists (select 1 from api_key k where e.after::text like '%' || k.key_hash || '%')
                            or exists (select 1 from app_user u where e.after::text like '%' || u.password_hash || '%')
                            or exists (select 1 from fee_list_confirmation c where e.after::text like '%' || encode(c.token, 'hex') || '%')
                        """).query(Long.class).single()).isZero();
    }

    private List<Event> events(String subject) {
        return jdbc.sql("""
                        select action, subject_kind as kind, company, store_code as store, coalesce(before::text, '') as before,
                               coalesce(after::text, '') as after, detail
                          from audit_event where subject = :subject or detail like :subject || '%' order by id
                        """).param("subject", subject).query(Event.class).list();
    }

    private long count(String kind) {
        return jdbc.sql("select count(*) from audit_event where subject_kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private void pay(String contract) {
        var owed = shop.receivables(contract).stream()
                .map(Receivable::number)
                .limit(1)
                .toList();
        var asked = new Cashier.Asked("CASH", "50000.00", Map.of());
        cashier.take(owed, asked, shop.clerk(), new Call("t-clerk", "POST payment", null, contract));
    }
}
