package io.shouqi.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AnotherNode;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.NewContract;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Sessions;
import io.shouqi.payment.Cashier;
import io.shouqi.shared.IdempotentCalls.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database. */
@ShouqiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAcrossNodesTest {

    /** Between something and the page of another node that hears of it. */
    private static final int MOMENT = 2;

    /** For what is looked at every few seconds. */
    private static final int SECONDS = 15;

    @LocalServerPort
    int here;

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private LiveNews news;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Cashier cashier;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private AnotherNode other;
    private int there;
    private final List<Page> pages = new ArrayList<>();

    @BeforeAll
    void startAnotherNode(@Autowired Environment settings) {
        shop.open();
        other = AnotherNode.beside(settings);
        there = other.port();
    }

    @AfterAll
    void stopTheOtherNode() {
        other.close();
    }

    @AfterEach
    void closePages() {
        pages.forEach(Page::close);
    }

    @Test
    void a_payment_at_one_node_is_heard_by_a_page_of_the_other_within_two_seconds() throws Exception {
        var receivable = shop.receivables(shop.confirmed(Shop.resale())).get(0);
        var manager = page(there, "t-manager");
        var start = Instant.now();

        var cash = new Cashier.Asked("CASH", "100", Map.of());
        cashier.take(List.of(receivable.number()), cash, shop.clerk(), new Call("t-clerk", "POST payment", null, cash));

        assertThat(manager.next(MOMENT)).isEqualTo("money");
        System.out.println("heard by the other node after "
                + Duration.between(start, Instant.now()).toMillis() + " ms, payment included");
    }

    @Test
    void a_new_task_is_heard_at_both_nodes() throws Exception {
        var here = page(this.here, "t-manager");
        var there = page(this.there, "t-manager");

        var exception = new NewContract.Discount(new BigDecimal("5"), "老客户");
        shop.sign(Shop.with(Shop.resale(), List.of(), Shop.resale().instalments(), exception));
        shop.settle();

        assertThat(here.next(MOMENT)).isEqualTo("tasks");
        assertThat(there.next(MOMENT)).isEqualTo("tasks");
    }

    @Test
    void news_of_other_stores_and_companies_do_not_arrive_but_at_those_who_see_them() throws Exception {
        var clerk = page(there, "t-clerk");
        var area = page(there, "t-area");
        var finance = page(there, "t-finance");

        news.announce(LiveKind.NOTICES, Shop.COMPANY, Shop.COMPANY);
        assertThat(finance.next(MOMENT)).isEqualTo("notices");
        news.announce(LiveKind.MONEY, Shop.COMPANY, "TT02");
        assertThat(finance.next(MOMENT)).isEqualTo("money");
        assertThat(area.next(MOMENT)).isEqualTo("money");
        news.announce(LiveKind.MONEY, "UU", Shop.STORE);
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);
        for (var page : List.of(clerk, area, finance)) {
            assertThat(page.next(MOMENT)).isEqualTo("tasks");
            assertThat(page.heard()).isZero();
        }
    }

    @Test
    void what_is_for_one_person_is_heard_by_that_person_alone() throws Exception {
        var clerk = page(there, "t-clerk");
        var manager = page(there, "t-manager");

        news.announceTo(shop.manager().id(), LiveKind.NOTICES, Shop.COMPANY);
        assertThat(manager.next(MOMENT)).isEqualTo("notices");
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);
        assertThat(clerk.next(MOMENT)).isEqualTo("tasks");
    }

    @Test
    void what_is_rolled_back_is_not_told_and_what_runs_within_tells_for_itself() throws Exception {
        var manager = page(there, "t-manager");
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            news.announce(LiveKind.MONEY, Shop.COMPANY, Shop.STORE);
            inner.executeWithoutResult(own -> news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE));
            news.announce(LiveKind.MONEY, Shop.COMPANY, Shop.STORE);
            status.setRollbackOnly();
        });

        assertThat(manager.next(MOMENT)).isEqualTo("tasks");
        news.announce(LiveKind.NOTICES, Shop.COMPANY, Shop.STORE);
        assertThat(manager.next(MOMENT)).isEqualTo("notices");
    }

    @Test
    void a_burst_is_told_a_few_times_and_its_last_change_too() throws Exception {
        var manager = page(there, "t-manager");
        for (var i = 0; i < 20_000; i++) {
            news.announce(LiveKind.MONEY, Shop.COMPANY, Shop.STORE);
        }
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);

        var heard = new ArrayList<String>();
        do {
            heard.add(String.valueOf(manager.next(MOMENT)));
        } while (!heard.contains("tasks"));

        assertThat(heard).containsOnly("money", "tasks").hasSizeLessThan(30);
    }

    @Test
    void the_stream_of_a_session_that_is_ended_is_closed_within_seconds_and_opens_no_more() throws Exception {
        var user = hire("live-gone", Role.CLERK);
        var page = page(there, "live-gone");

        sessions.endAll(user);

        assertThat(page.next(SECONDS)).isEqualTo(Page.END);
        page.listen();
        assertThat(page.status()).isEqualTo(401);
    }

    @Test
    void who_gets_another_role_is_asked_to_come_again() throws Exception {
        var user = hire("live-other-role", Role.CLERK);
        var page = page(there, "live-other-role");

        rows.sql("update user_role set role = 'CASHIER' where user_id = ?")
                .param(user)
                .update();

        assertThat(page.next(SECONDS)).isEqualTo(Page.END);
        page.listen();
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);
        assertThat(page.next(MOMENT)).isEqualTo("tasks");
    }

    @Test
    void of_too_many_pages_of_a_person_the_oldest_is_told_to_stop() throws Exception {
        hire("live-many", Role.CLERK);
        var oldest = page(there, "live-many");
        for (var i = 0; i < LiveStreams.MOST_OF_A_PERSON; i++) {
            pages.add(oldest.another(there));
        }

        assertThat(oldest.next(MOMENT)).isEqualTo("full");
        assertThat(oldest.next(MOMENT)).isEqualTo(Page.END);
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);
        assertThat(pages.get(pages.size() - 1).next(MOMENT)).isEqualTo("tasks");
    }

    @Test
    void after_a_break_of_the_listening_connection_pages_hear_that_anything_may_have_changed() throws Exception {
        var manager = page(there, "t-manager");

        assertThat(rows.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where application_name = 'shouqi-live' and datname = current_database()
                        """).query(Long.class).single()).isEqualTo(2);

        assertThat(manager.next(SECONDS)).isEqualTo("all");
        news.announce(LiveKind.TASKS, Shop.COMPANY, Shop.STORE);
        assertThat(manager.next(SECONDS)).isEqualTo("tasks");
    }

    @Test
    void a_node_that_goes_down_lets_its_pages_go_instead_of_waiting_for_them(@Autowired Environment settings)
            throws Exception {
        var third = AnotherNode.beside(settings);
        var page = page(third.port(), "t-manager");
        var start = Instant.now();

        third.close();

        assertThat(page.next(MOMENT)).isEqualTo(Page.END);
        assertThat(Duration.between(start, Instant.now()))
                .as("the graceful shutdown waits 30 seconds for requests that go on")
                .isLessThan(Duration.ofSeconds(20));
    }

    private Page page(int port, String username) throws Exception {
        var page = Page.in(port, username);
        pages.add(page);
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private UUID hire(String username, Role role) {
        return organisation.user(Shop.COMPANY, Shop.STORE, username, username, "secret", Set.of(role));
    }
}
