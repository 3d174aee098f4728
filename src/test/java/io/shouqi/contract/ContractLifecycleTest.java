package io.shouqi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.FormChoice;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts from signing to closing, on the real process, rules, tasks and books. */
@ShouqiTest
class ContractLifecycleTest {

    @Autowired
    Shop shop;

    @Autowired
    Contracts contracts;

    @Autowired
    FeeListDesk feeLists;

    @Autowired
    CustomerLinks links;

    @Autowired
    SigningDesk signing;

    @Autowired
    TaskList tasks;

    @Autowired
    Cashier cashier;

    @Autowired
    Diagrams diagrams;

    @Autowired
    TestClock clock;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_discount_of_five_percent_waits_for_the_store_manager_and_never_for_who_asked() {
        var contract = shop.sign(discounted("5"));
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_APPROVAL);
        var asker = new Actor(
                shop.clerk().id(),
                "t-clerk",
                "t-clerk",
                Shop.COMPANY,
                Shop.STORE,
                shop.manager().roles(),
                shop.manager().stores(),
                null);
        var task = task(shop.manager(), contract);
        assertThatThrownBy(() -> tasks.complete(task.id(), asker, Map.of("decision", "APPROVE")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("approval.own");

        tasks.complete(task.id(), shop.manager(), Map.of("decision", "APPROVE"));
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
        assertThat(contracts.feeList(contract).total()).isEqualTo(Money.ofYuan("95000.00"));
    }

    @Test
    void a_discount_above_five_percent_also_waits_for_the_area_manager() {
        var contract = shop.sign(discounted("8"));
        tasks.complete(task(shop.manager(), contract).id(), shop.manager(), Map.of("decision", "APPROVE"));
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_APPROVAL);

        var area = shop.named("t-area");
        tasks.complete(task(area, contract).id(), area, Map.of("decision", "APPROVE"));
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
    }

    @Test
    void a_rejection_needs_a_reason_and_sends_the_contract_back_to_the_clerk() {
        var contract = shop.sign(discounted("5"));
        var task = task(shop.manager(), contract);
        assertThatThrownBy(() -> tasks.complete(task.id(), shop.manager(), Map.of("decision", "REJECT")))
                .isInstanceOf(Refusal.class);
        tasks.complete(task.id(), shop.manager(), Map.of("decision", "REJECT", "comment", "本月不打折"));

        var revise = task(shop.clerk(), contract);
        assertThat(tasks.open(revise.id(), shop.clerk()).data()).containsEntry("comment", "本月不打折");
        tasks.complete(revise.id(), shop.clerk(), Map.of());
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
        assertThat(contracts.feeList(contract).total()).isEqualTo(Money.ofYuan("100000.00"));
    }

    @Test
    void each_payer_confirms_on_an_own_link_and_only_then_money_is_due() {
        var contract = shop.sign(Shop.resale());
        feeLists.confirmByCustomer(link(contract, PartyRole.BUYER));
        shop.settle();
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
        assertThat(shop.receivables(contract)).isEmpty();

        feeLists.confirmByCustomer(link(contract, PartyRole.SELLER));
        feeLists.confirmByCustomer(link(contract, PartyRole.SELLER));
        shop.settle();
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
        assertThat(shop.receivables(contract))
                .extracting(Receivable::payer)
                .containsExactly(PartyRole.BUYER, PartyRole.SELLER);
    }

    @Test
    void two_payers_who_press_at_the_same_moment_both_confirm() throws Exception {
        var contract = shop.sign(Shop.resale());
        var start = new CountDownLatch(1);
        var pool = AsSystem.pool(2);
        var answers = List.of(PartyRole.BUYER, PartyRole.SELLER).stream()
                .map(payer -> link(contract, payer))
                .map(token -> pool.submit(() -> {
                    start.await();
                    feeLists.confirmByCustomer(token);
                    return true;
                }))
                .toList();
        start.countDown();
        for (var answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS)).isTrue();
        }
        pool.shutdown();
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
    }

    @Test
    void a_declined_list_is_changed_and_sent_again_under_new_links() {
        var contract = shop.sign(Shop.resale());
        var old = link(contract, PartyRole.BUYER);
        feeLists.declineByCustomer(old, "说好打九五折");
        shop.settle();
        var revise = task(shop.clerk(), contract);
        assertThat(tasks.open(revise.id(), shop.clerk()).data()).containsEntry("declineReason", "说好打九五折");
        tasks.complete(revise.id(), shop.clerk(), Map.of("discountPercent", 5, "reason", "口头承诺"));
        tasks.complete(task(shop.manager(), contract).id(), shop.manager(), Map.of("decision", "APPROVE"));

        assertThat(contracts.feeList(contract).edition()).isEqualTo(2);
        assertThat(contracts.feeList(contract).total()).isEqualTo(Money.ofYuan("95000.00"));
        assertThatThrownBy(() -> feeLists.confirmByCustomer(old)).hasMessageContaining("link.unknown");
    }

    @Test
    void a_list_declined_for_a_service_is_sent_again_without_it() {
        var contract = shop.sign(Shop.with(
                Shop.resale(), List.of("MORTGAGE_SERVICE"), Shop.resale().instalments(), null));
        feeLists.declineByCustomer(link(contract, PartyRole.BUYER), "不需要代办贷款");
        shop.settle();
        var revise = task(shop.clerk(), contract);
        var data = tasks.open(revise.id(), shop.clerk()).data();
        assertThat(data).containsEntry("services", List.of("MORTGAGE_SERVICE"));
        assertThat((List<?>) data.get("serviceChoices"))
                .extracting(choice -> ((FormChoice) choice).value())
                .contains("MORTGAGE_SERVICE");
        assertThatThrownBy(() -> tasks.complete(revise.id(), shop.clerk(), Map.of("services", List.of("NONE"))))
                .isInstanceOf(Refusal.class);

        tasks.complete(revise.id(), shop.clerk(), Map.of("services", List.of()));
        shop.settle();

        assertThat(contracts.feeList(contract).edition()).isEqualTo(2);
        assertThat(contracts.feeList(contract).lines())
                .extracting(FeeListLine::code)
                .doesNotContain("MORTGAGE_SERVICE");
    }

    @Test
    void a_contract_the_clerk_withdraws_is_cancelled_and_no_case_to_replay_any_more() {
        var contract = shop.sign(Shop.resale());
        feeLists.declineByCustomer(link(contract, PartyRole.BUYER), "不买了");
        shop.settle();
        assertThat(replayable(contract)).isOne();

        tasks.complete(task(shop.clerk(), contract).id(), shop.clerk(), Map.of("withdraw", true, "reason", "买方不买了"));
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CANCELLED);
        assertThat(diagrams.view("contract-to-payment", contract).ended()).isTrue();
        assertThat(replayable(contract)).isZero();
    }

    private long replayable(String contract) {
        return jdbc.sql("select count(*) from priced_case where contract_no = ? and ended_at is null")
                .param(contract)
                .query(Long.class)
                .single();
    }

    @Test
    void an_expired_link_confirms_nothing_and_a_clerk_sends_a_new_one() {
        clock.set(clock.instant());
        var contract = shop.sign(Shop.resale());
        var old = link(contract, PartyRole.BUYER);
        clock.advance(Duration.ofHours(73));
        assertThatThrownBy(() -> feeLists.confirmByCustomer(old)).hasMessageContaining("link.expired");
        shop.settle();
        tasks.complete(task(shop.clerk(), contract).id(), shop.clerk(), Map.of("note", "已电话联系"));
        shop.settle();

        assertThatThrownBy(() -> feeLists.confirmByCustomer(old)).hasMessageContaining("link.unknown");
        feeLists.confirmByCustomer(link(contract, PartyRole.BUYER));
        feeLists.confirmByCustomer(link(contract, PartyRole.SELLER));
        shop.settle();
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
    }

    @Test
    void a_new_home_is_confirmed_and_paid_by_the_developer() {
        var contract = shop.sign(Shop.newHome());
        assertThat(contracts.feeList(contract).payers()).containsExactly(PartyRole.DEVELOPER);
        feeLists.confirmByCustomer(link(contract, PartyRole.DEVELOPER));
        shop.settle();
        payAll(contract);

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        assertThat(diagrams.view("contract-to-payment", contract).ended()).isTrue();
    }

    @Test
    void a_rental_takes_half_a_month_from_each_side() {
        var contract = shop.confirmed(Shop.rental());
        assertThat(shop.receivables(contract))
                .extracting(r -> r.payer() + " " + r.amount())
                .containsExactly("TENANT 3250.00", "LANDLORD 3250.00");
        payAll(contract);
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
    }

    @Test
    void a_co_broker_gets_a_share_of_the_net_commission_as_a_payable() {
        var contract = shop.confirmed(withCoBroker(Shop.resale()));
        payAll(contract);

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        var payable = jdbc.sql("""
                        select sum(e.credit) from journal_entry e join voucher v on v.id = e.voucher_id
                         where v.subject = ? and e.account = '2202'
                        """).param(contract).query(Long.class).single();
        // 30 percent of 94,339.62 net
        assertThat(Money.ofFen(payable)).isEqualTo(Money.ofYuan("28301.89"));
    }

    @Test
    void a_receivable_past_its_day_is_followed_up_until_it_is_paid() {
        clock.set(clock.instant());
        var contract = shop.confirmed(Shop.resale());
        clock.advance(Duration.ofDays(2));
        shop.settle();
        assertThat(shop.receivables(contract)).allMatch(r -> r.status() == ReceivableStatus.OVERDUE);
        var followUp = task(shop.clerk(), contract);
        tasks.complete(followUp.id(), shop.clerk(), Map.of("outcome", "REACHED", "note", "下周付"));
        payAll(contract);

        assertThat(openTasks(shop.clerk(), contract)).isEmpty();
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
    }

    @Test
    void a_contract_cancelled_while_it_waits_ends_its_process_and_its_tasks() {
        var contract = shop.sign(discounted("5"));
        shop.cancel(contract, "客户改主意");

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CANCELLED);
        assertThat(openTasks(shop.manager(), contract)).isEmpty();
        assertThat(diagrams.view("contract-to-payment", contract).ended()).isTrue();
    }

    @Test
    void the_same_contract_sent_twice_is_one_contract() {
        var signed = Shop.resale();
        assertThat(shop.sign(signed)).isEqualTo(shop.sign(signed));
    }

    private static NewContract discounted(String percent) {
        var discount = new NewContract.Discount(new BigDecimal(percent), "老客户");
        var contract = Shop.resale();
        return Shop.with(contract, List.of(), contract.instalments(), discount);
    }

    private static NewContract withCoBroker(NewContract c) {
        return c.onTerms(c.services(), c.instalments(), null, new CoBroker("安家联行", new BigDecimal("30")));
    }

    private String link(String contract, PartyRole payer) {
        return links.token(contracts.feeList(contract).confirmation(payer));
    }

    private void payAll(String contract) {
        for (var receivable : shop.receivables(contract)) {
            cashier.take(
                    List.of(receivable.number()),
                    new Cashier.Asked("CASH", receivable.outstanding().yuan(), Map.of()),
                    shop.clerk(),
                    new Call("t-clerk", "test", null, ""));
        }
        shop.settle();
    }

    private Task task(Actor actor, String contract) {
        return openTasks(actor, contract).stream().findFirst().orElseThrow();
    }

    /** Through all pages: contracts of other tests wait for somebody too. */
    private List<Task> openTasks(Actor actor, String contract) {
        var found = new ArrayList<Task>();
        String cursor = null;
        do {
            var page = tasks.page(TaskSearch.of(TaskQueue.GROUP), actor, cursor);
            page.items().stream().filter(t -> t.subject().equals(contract)).forEach(found::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
