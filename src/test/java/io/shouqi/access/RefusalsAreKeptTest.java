package io.shouqi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was told no stands in the audit log; who looked at what is masked, too. */
@ShouqiTest
@Import(World.Maker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsAreKeptTest {

    @LocalServerPort
    int port;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private World own;
    private World other;
    private Visitor clerk;
    private Visitor auditor;

    @BeforeAll
    void settle(@Autowired Shop shop, @Autowired World.Maker worlds, @Autowired Organisation organisation) {
        shop.open();
        own = worlds.of(Shop.COMPANY, Shop.STORE, shop.clerk(), "自家客", rows);
        other = worlds.of(Shop.COMPANY, "TT02", shop.named("t-elsewhere"), "外店客", rows);
        clerk = visitor(organisation, "kept-clerk", Role.CLERK);
        auditor = visitor(organisation, "kept-auditor", Role.AUDITOR);
    }

    private Visitor visitor(Organisation organisation, String username, Role role) {
        var user = organisation.user(Shop.COMPANY, Shop.STORE, username, username, "secret", Set.of(role));
        organisation.apiKey("kept", username + "-key", user);
        return new Visitor(port, username);
    }

    @Test
    void asking_for_another_stores_things_is_refused_and_kept() {
        for (var path : List.of(
                "/contracts/" + other.contract(),
                "/api/v1/contracts/" + other.contract(),
                "/receipts/" + other.receipt() + ".pdf",
                "/tasks/" + other.task())) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
            assertThat(kept("GET " + path)).as(path).containsExactly("kept-clerk 404");
        }
    }

    @Test
    void asking_for_what_the_role_may_not_do_is_kept() {
        assertThat(auditor.get("/cashier").status()).isEqualTo(403);
        assertThat(kept("GET /cashier")).contains("kept-auditor 403");
    }

    @Test
    void a_form_from_a_tab_that_is_too_old_is_told_so_and_kept() {
        var answer = clerk.postWithToken("/contracts/" + own.contract() + "/cancel", "reason=x", "old");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("开得太久");
        assertThat(kept("POST /contracts/" + own.contract() + "/cancel")).containsExactly("kept-clerk 403");
    }

    @Test
    void characters_that_no_text_has_are_refused_by_pages_and_api_alike() {
        assertThat(clerk.get("/api/v1/receivables?cursor=%00").status()).isEqualTo(400);
        assertThat(clerk.get("/contracts?q=%00").status()).isEqualTo(400);
    }

    @Test
    void numbers_of_people_typed_as_a_reason_are_not_kept_in_full() {
        var path = "/contracts/" + own.contract() + "/reveal";
        clerk.post(path, "party=SELLER&reason=" + Visitor.encoded("回电 13911112222，证件 110101199003077758"));
        assertThat(rows.sql("select detail from audit_event where action = 'data.unmasked' and subject like '%SELLER'")
                        .query(String.class)
                        .list())
                .containsExactly("回电 ****2222，证件 ****7758");
    }

    @Test
    void a_customers_link_that_nobody_has_is_kept_without_the_link() {
        assertThat(Visitor.stranger(port).get("/c/a-link-that-nobody-has").status())
                .isEqualTo(404);
        assertThat(kept("GET /c/…")).isNotEmpty();
        assertThat(rows.sql("select count(*) from audit_event where subject like '%a-link-that%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_number_is_shown_in_full_for_a_reason_that_is_kept() {
        var path = "/contracts/" + own.contract() + "/reveal";

        assertThat(clerk.post(path, "party=BUYER").status()).isEqualTo(422);
        assertThat(auditor.post(path, "party=BUYER&reason=x").status()).isEqualTo(403);
        assertThat(clerk.post("/contracts/" + other.contract() + "/reveal", "party=BUYER&reason=x")
                        .status())
                .isEqualTo(404);
        var shown = clerk.post(path, "party=BUYER&reason=" + Visitor.encoded("电话催款"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("13800138000");
        assertThat(clerk.get("/contracts/" + own.contract()).body()).doesNotContain("13800138000");
        assertThat(rows.sql(
                                "select actor_name || ' ' || subject || ' ' || detail from audit_event where action = 'data.unmasked' and subject like '%BUYER'")
                        .query(String.class)
                        .list())
                .containsExactly("kept-clerk " + own.contract() + " BUYER 电话催款");
    }

    private List<String> kept(String what) {
        return rows.sql("""
                        select coalesce(actor_name, '') || ' ' || detail from audit_event
                         where action = 'access.refused' and subject = ?
                        """).param(what).query(String.class).list();
    }
}
