package io.shouqi.adjustment;

import static io.shouqi.adjustment.CorrectedFirm.ANJIA;
import static io.shouqi.adjustment.CorrectedFirm.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.commission.Commissions;
import io.shouqi.commission.ShareView;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Milestone;
import io.shouqi.database.Caller;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.payment.CustomerCredit;
import io.shouqi.payment.ReversalDesk;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Diagrams;
import io.shouqi.workflow.TaskList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A correction of the fees reaches what customers owe by people's decision alone, and then everything follows. */
@ShouqiTest
class FeeAdjustmentTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private AdjustmentDesk desk;

    @Autowired
    private Adjustments adjustments;

    @Autowired
    private CustomerCredit credit;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Contracts contracts;

    @Autowired
    private ReversalDesk reversals;

    @Autowired
    private Diagrams diagrams;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private CorrectedFirm firm;

    @BeforeEach
    void settle() {
        clock.set(clock.instant());
        firm = new CorrectedFirm(application);
    }

    @AfterEach
    void list_adjustments_receivables_receipts_and_books_agree() {
        CrossCheck.of(firm.rules.code, rows);
    }

    @Test
    void a_decrease_of_what_is_not_paid_makes_the_debt_smaller_once_the_manager_agreed() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");

        var number = firm.propose("finance", version, contract);

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.REQUESTED);
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00");
        firm.decide(contract, "manager", "APPROVE");

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
        assertThat(firm.adjustment(number).lines())
                .extracting(AdjustmentView.Line::payer, line -> line.delta().yuan())
                .containsExactly(tuple(PartyRole.BUYER, "-10000.00"));
        assertThat(owed(contract)).containsExactly("BUYER 40000.00", "SELLER 50000.00");
        assertThat(contracts.feeList(contract).total()).isEqualTo(Money.ofYuan("100000.00"));
        firm.payAll(contract);
        assertThat(firm.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
    }

    @Test
    void what_was_paid_already_becomes_credit_and_three_agents_and_a_co_broker_give_their_part_back() {
        var contract = firm.signed("5000000", ANJIA, at(Milestone.SIGNING, "100"));
        firm.pay(contract, PartyRole.BUYER, "50000.00");
        var version = firm.correct("0.8", "0.9");

        firm.adjusted(version, contract);

        assertThat(owed(contract)).containsExactly("BUYER 40000.00", "SELLER 45000.00");
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("10000.00"));
        assertThat(sharesOf(contract)).isEqualTo(sharesOfOnePricedSo("40000.00"));
        assertThat(Money.sum(commissions.ofContract(contract).stream()
                        .map(ShareView::amount)
                        .toList()))
                // 40,000 and 45,000 without their tax
                .isEqualTo(Money.ofYuan("37735.85").plus(Money.ofYuan("42452.83")));
        firm.payAll(contract);
        assertThat(firm.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        assertThat(balance(contract, "2202")).isEqualTo(coBroker(contract).vested());
    }

    /** The shares of a contract that was priced by the corrected tariff from the beginning, and paid as much. */
    private List<String> sharesOfOnePricedSo(String paid) {
        var fresh = firm.signed("5000000", ANJIA, at(Milestone.SIGNING, "100"));
        firm.pay(fresh, PartyRole.BUYER, paid);
        return sharesOf(fresh);
    }

    private List<String> sharesOf(String contract) {
        return commissions.ofContract(contract).stream()
                .map(share -> share.role() + " " + share.name() + " " + share.amount() + " " + share.vested())
                .toList();
    }

    @Test
    void it_is_taken_from_the_last_instalment_first_and_from_what_is_open_before_what_is_paid() {
        var contract = firm.signed(
                "5000000",
                null,
                at(Milestone.SIGNING, "60"),
                at(Milestone.TRANSFER, "30"),
                at(Milestone.HANDOVER, "10"));
        firm.pay(contract, PartyRole.BUYER, "30000.00");
        var version = firm.correct("0.5", "1");

        firm.adjusted(version, contract);

        assertThat(firm.of(contract, PartyRole.BUYER))
                .extracting(r -> r.amount().yuan(), Receivable::status)
                .containsExactly(
                        tuple("25000.00", ReceivableStatus.SETTLED),
                        tuple("0.00", ReceivableStatus.CANCELLED),
                        tuple("0.00", ReceivableStatus.CANCELLED));
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("5000.00"));
        assertThat(diagrams.view(
                                "collect-receivable",
                                firm.of(contract, PartyRole.BUYER).get(2).number())
                        .ended())
                .isTrue();
    }

    @Test
    void an_increase_is_owed_only_after_the_payer_has_agreed_too() {
        var contract = firm.signed();
        firm.pay(contract, PartyRole.BUYER, "50000.00");
        var version = firm.correct("1.2", "1");
        var number = firm.adjusted(version, contract);

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.AWAITING_CONSENT);
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00");
        assertThatThrownBy(() -> firm.answer(contract, "clerk", Map.of("consent", "AGREED")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("evidence");
        firm.consent(contract, "AGREED");

        assertThat(firm.adjustment(number))
                .extracting(AdjustmentView::status, AdjustmentView::evidence, AdjustmentView::agreedBy)
                .containsExactly(AdjustmentStatus.DONE, "签字的补充说明", "clerk");
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00", "BUYER 10000.00");
        assertThat(firm.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
        firm.payAll(contract);
        assertThat(firm.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        assertThat(Money.sum(commissions.ofContract(contract).stream()
                        .map(ShareView::vested)
                        .toList()))
                .isEqualTo(balance(contract, "6001"));
    }

    @Test
    void a_payer_who_declines_owes_what_was_agreed() {
        var contract = firm.signed();
        var version = firm.correct("1.2", "0.8");
        var number = firm.adjusted(version, contract);

        firm.consent(contract, "DECLINED");

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DECLINED);
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00");
        assertThat(diagrams.view("adjust-fees", number).ended()).isTrue();
    }

    @Test
    void what_is_rejected_changes_nothing_and_may_be_asked_for_again() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var number = firm.propose("finance", version, contract);

        firm.decide(contract, "manager", "REJECT");

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.REJECTED);
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00");
        assertThat(firm.propose("finance", version, contract)).isNotEqualTo(number);
    }

    @Test
    void asked_for_again_it_is_the_same_one_while_it_waits_and_when_it_is_done() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var number = firm.propose("finance", version, contract);

        assertThat(firm.propose("analyst", version, contract)).isEqualTo(number);
        firm.decide(contract, "manager", "APPROVE");
        assertThat(firm.propose("director", version, contract)).isEqualTo(number);

        assertThat(owed(contract)).containsExactly("BUYER 40000.00", "SELLER 50000.00");
        assertThat(adjustments.ofContract(contract)).hasSize(1);
    }

    @Test
    void two_who_ask_at_the_same_moment_get_the_same_one() throws Exception {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var askers = new ArrayList<Callable<String>>();
        for (var who : List.of("finance", "analyst", "director", "area")) {
            askers.add(() -> desk.propose(firm.actor(who), "fees", version, contract, "更正"));
        }
        var pool = AsSystem.pool(4);
        var numbers = new HashSet<String>();
        for (var answer : pool.invokeAll(askers)) {
            numbers.add(answer.get());
        }
        pool.shutdown();

        assertThat(numbers).hasSize(1);
        assertThat(adjustments.ofContract(contract)).hasSize(1);
    }

    @Test
    void nobody_agrees_to_an_own_request_and_the_next_one_up_decides_where_nobody_else_can() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");

        var number = firm.propose("manager", version, contract);

        assertThat(firm.task(contract, "manager")).isEmpty();
        firm.decide(contract, "area", "APPROVE");
        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
    }

    @Test
    void somebody_else_agrees_even_where_the_approval_table_asks_for_nobody() {
        var contract = firm.signed();
        firm.rules.publish("approval", firm.rules.draft("approval", "倒签或改清单 | | | | | | 无需审批", firm.rules.today()));
        firm.rules.settle();
        var version = firm.correct("0.8", "1");

        var number = firm.propose("finance", version, contract);

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.REQUESTED);
        firm.decide(contract, "manager", "APPROVE");
        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
    }

    @Test
    void a_settled_contract_gives_money_back_and_the_co_broker_too() {
        var contract = firm.signed("5000000", ANJIA, at(Milestone.SIGNING, "100"));
        firm.payAll(contract);
        assertThat(firm.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        var before = coBroker(contract).vested();
        var version = firm.correct("0.7", "0.9");

        firm.adjusted(version, contract);

        assertThat(owed(contract)).containsExactly("BUYER 35000.00", "SELLER 45000.00");
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("20000.00"));
        assertThat(coBroker(contract).vested())
                .isLessThan(before)
                .isEqualTo(coBroker(contract).amount());
        assertThat(balance(contract, "2202")).isEqualTo(coBroker(contract).vested());
        assertThat(Money.sum(commissions.ofContract(contract).stream()
                        .map(ShareView::vested)
                        .toList()))
                .isEqualTo(balance(contract, "6001"));
    }

    @Test
    void nothing_more_is_asked_for_once_everything_is_collected() {
        var contract = firm.signed();
        firm.payAll(contract);
        var version = firm.correct("1.2", "1");

        assertThatThrownBy(() -> firm.propose("finance", version, contract)).hasMessageContaining("settledMore");
        assertThat(adjustments.ofContract(contract)).isEmpty();
        assertThat(firm.task(contract, "manager")).isEmpty();
    }

    @Test
    void an_increase_that_waited_until_everything_was_collected_lapses() {
        var contract = firm.signed();
        var version = firm.correct("1.2", "1");
        var number = firm.adjusted(version, contract);
        firm.payAll(contract);

        firm.consent(contract, "AGREED");

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.LAPSED);
        assertThat(owed(contract)).containsExactly("BUYER 50000.00", "SELLER 50000.00");
    }

    @Test
    void what_was_asked_for_lapses_with_the_contract() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var number = firm.propose("finance", version, contract);
        firm.cancel(contract);

        firm.decide(contract, "manager", "APPROVE");

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.LAPSED);
    }

    @Test
    void a_contract_cancelled_after_an_adjustment_is_reversed_to_nothing() {
        var contract = firm.signed("5000000", ANJIA, at(Milestone.SIGNING, "50"), at(Milestone.TRANSFER, "50"));
        firm.pay(contract, PartyRole.BUYER, "33333.33");
        firm.adjusted(firm.correct("0.6", "0.95"), contract);

        firm.cancel(contract);

        for (var account : List.of("1122", "2205", "6001", "222101")) {
            assertThat(balance(contract, account)).as(account).isEqualTo(Money.ZERO);
        }
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("33333.33"));
        assertThat(commissions.ofContract(contract))
                .allMatch(share -> share.vested().isZero());
    }

    @Test
    void a_receipt_that_paid_too_much_is_still_taken_back_whole() {
        var contract = firm.signed();
        var receipt = firm.pay(contract, PartyRole.BUYER, "50000.00");
        firm.adjusted(firm.correct("0.8", "1"), contract);

        reversals.reverse(receipt, "金额输错", firm.actor("manager"), new Call("m", "reverse " + receipt, null, ""));
        firm.rules.settle();

        assertThat(credit.of(contract)).isEqualTo(Money.ZERO);
        assertThat(firm.of(contract, PartyRole.BUYER).get(0).outstanding()).isEqualTo(Money.ofYuan("40000.00"));
        assertThat(balance(contract, "1001")).isEqualTo(Money.ZERO);
    }

    @Test
    void a_receipt_for_what_is_not_owed_at_all_any_more_is_taken_back_out_of_the_credit() {
        var contract = firm.signed();
        var receipt = firm.pay(contract, PartyRole.BUYER, "50000.00");
        firm.adjusted(firm.correctTo("COMMISSION | 佣金 | 基本 | 二手房 | | | 卖方 | | | | 全额 | 1% | | | | 一般纳税人"), contract);
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("50000.00"));

        reversals.reverse(receipt, "金额输错", firm.actor("manager"), new Call("m", "reverse " + receipt, null, ""));
        firm.rules.settle();

        assertThat(credit.of(contract)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, "1001")).isEqualTo(Money.ZERO);
    }

    @Test
    void fees_that_are_booked_alike_make_up_for_each_other() {
        var contract = firm.signed();
        firm.pay(contract, PartyRole.BUYER, "50000.00");
        var version = firm.correctTo("""
                COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | 0.6% | | | | 一般纳税人
                SERVICE | 服务费 | 基本 | 二手房 | | | 买方 | | | | 固定 | | 15000 | | | 一般纳税人
                COMMISSION | 佣金 | 基本 | 二手房 | | | 卖方 | | | | 全额 | 1% | | | | 一般纳税人
                """);

        var number = firm.adjusted(version, contract);

        // 20,000 less and 15,000 more: nobody pays more in total, so nobody is asked
        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
        assertThat(owed(contract)).containsExactly("BUYER 45000.00", "SELLER 50000.00");
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("5000.00"));
    }

    @Test
    void a_later_correction_starts_from_what_the_earlier_one_made() {
        var contract = firm.signed();
        firm.adjusted(firm.correct("0.8", "1"), contract);
        var again = firm.adjusted(firm.correct("0.9", "0.7"), contract);
        firm.consent(contract, "AGREED");

        assertThat(firm.adjustment(again).lines())
                .extracting(line -> line.payer() + " " + line.before() + " " + line.after())
                .containsExactly("BUYER 40000.00 45000.00", "SELLER 50000.00 35000.00");
        assertThat(owed(contract)).containsExactly("BUYER 40000.00", "SELLER 35000.00", "BUYER 5000.00");
        assertThat(rows.sql("select amounts[1] from priced_case where contract_no = ? order by edition")
                        .param(contract)
                        .query(Long.class)
                        .list())
                .as("replays compare with what is agreed now")
                .containsExactly(5_000_000L, 4_000_000L, 4_500_000L);
    }

    @Test
    void a_version_that_another_has_replaced_since_is_not_asked_for() {
        var contract = firm.signed();
        var old = firm.correct("0.8", "1");
        var now = firm.correct("0.9", "1");

        assertThatThrownBy(() -> firm.propose("finance", old, contract)).hasMessageContaining("otherVersion");
        firm.propose("finance", now, contract);
        var later = firm.correct("0.95", "1");
        assertThatThrownBy(() -> firm.propose("finance", later, contract)).hasMessageContaining("adjustment.open");
    }

    @Test
    void lists_that_wait_for_the_customer_are_changed_the_usual_way_and_cancelled_contracts_not_at_all() {
        var waiting = firm.sign("5000000", null, at(Milestone.SIGNING, "100"));
        var cancelled = firm.signed();
        firm.cancel(cancelled);
        var version = firm.correct("0.8", "1");

        assertThatThrownBy(() -> firm.propose("finance", version, waiting)).hasMessageContaining("unconfirmed");
        assertThatThrownBy(() -> firm.propose("finance", version, cancelled)).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> desk.propose(firm.actor("finance"), "tax", 1, waiting, "更正"))
                .hasMessageContaining("adjustment.table");
        assertThatThrownBy(() -> desk.propose(firm.actor("finance"), "fees", version, waiting, " "))
                .hasMessageContaining("reason");
    }

    @Test
    void a_contract_whose_price_is_the_same_needs_no_adjustment() {
        var contract = firm.signed();
        var version = firm.correct("1", "1");

        assertThatThrownBy(() -> firm.propose("finance", version, contract)).hasMessageContaining("adjustment.same");
    }

    @Test
    void each_does_a_part_with_no_more_reach_than_the_own_stores() {
        var contract = firm.signed();
        var version = firm.correct("1.2", "1");

        var number = reaching("manager", () -> desk.propose(firm.actor("manager"), "fees", version, contract, "更正"));
        reaching("area", () -> complete(contract, "area", Map.of("decision", "APPROVE")));
        reaching("clerk", () -> complete(contract, "clerk", Map.of("consent", "AGREED", "evidence", "签字")));
        firm.rules.settle();

        assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
    }

    private <T> T reaching(String who, Supplier<T> work) {
        return firm.actor(who).through(Caller.Via.PAGE, "127.0.0.1").call(work::get);
    }

    private boolean complete(String contract, String who, Map<String, Object> answers) {
        var actor = firm.actor(who);
        application
                .getBean(TaskList.class)
                .complete(firm.task(contract, who).orElseThrow().id(), actor, answers);
        return true;
    }

    @Test
    void a_payment_at_the_very_moment_is_used_or_becomes_credit_and_none_is_lost() throws Exception {
        for (var round = 0; round < 4; round++) {
            var contract = firm.signed("5000000", ANJIA, at(Milestone.SIGNING, "100"));
            var version = firm.correct("0." + (8 - round), "1");
            var number = firm.propose("finance", version, contract);
            complete(contract, "manager", Map.of("decision", "APPROVE"));
            var work = application.getBean(AdjustmentWork.class);
            var together = List.<Callable<Boolean>>of(
                    () -> {
                        work.apply(number);
                        return true;
                    },
                    () -> {
                        firm.take(contract, PartyRole.BUYER, "50000.00");
                        return true;
                    });
            var pool = AsSystem.pool(2);
            for (var done : pool.invokeAll(together)) {
                assertThat(done.get()).isTrue();
            }
            pool.shutdown();
            firm.rules.settle();

            assertThat(firm.adjustment(number).status()).isEqualTo(AdjustmentStatus.DONE);
            var used = firm.of(contract, PartyRole.BUYER).get(0).paid();
            assertThat(used.plus(credit.of(contract))).isEqualTo(Money.ofYuan("50000.00"));
            assertThat(sharesOf(contract)).isEqualTo(sharesOfOnePricedSo(used.yuan()));
        }
    }

    @Test
    void another_stores_manager_finds_neither_the_contract_nor_the_adjustment() {
        var contract = firm.signed();
        var version = firm.correct("0.8", "1");
        var number = firm.propose("finance", version, contract);
        var other = firm.rules.code + "S2";
        application
                .getBean(Organisation.class)
                .store(new Store(firm.rules.code, other, other, "大区", "北京", "1", "街"), firm.rules.code + "A");
        firm.rules.hire("stranger", other, Role.STORE_MANAGER);
        var stranger = firm.actor("stranger");

        assertThatThrownBy(() -> desk.propose(stranger, "fees", version, contract, "更正"))
                .hasMessageContaining("contract.unknown");
        assertThatThrownBy(() -> adjustments.visibleTo(stranger, number)).hasMessageContaining("adjustment.unknown");
    }

    @Test
    void an_adjustment_that_has_ended_and_its_lines_never_change_and_each_step_is_in_the_log() {
        var contract = firm.signed();
        var number = firm.adjusted(firm.correct("0.8", "1"), contract);

        for (var attempt : List.of(
                "update fee_adjustment set reason = 'x' where number = :no",
                "update fee_adjustment set status = 'REQUESTED', ended_at = null where number = :no",
                "delete from fee_adjustment where number = :no",
                "update fee_adjustment_line set after_fen = 1 where adjustment_id = (select id from fee_adjustment where number = :no)",
                "delete from fee_adjustment_line where adjustment_id = (select id from fee_adjustment where number = :no)",
                "update commission_share_change set amount_fen = 1 where source = :no")) {
            assertThatThrownBy(() -> rows.sql(attempt).param("no", number).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(rows.sql("""
                        select action || ' ' || (after ->> 'status') from audit_event
                         where subject_kind = 'fee_adjustment' and subject = ? order by id
                        """).param(number).query(String.class).list())
                .containsExactly("row.inserted REQUESTED", "row.updated APPROVED", "row.updated DONE");
    }

    private List<String> owed(String contract) {
        return firm.receivables(contract).stream()
                .filter(r -> r.status() != ReceivableStatus.CANCELLED)
                .map(r -> r.payer() + " " + r.amount())
                .toList();
    }

    private ShareView coBroker(String contract) {
        return commissions.ofContract(contract).get(0);
    }

    private Money balance(String contract, String account) {
        return CrossCheck.balance(contract, account, rows);
    }
}
