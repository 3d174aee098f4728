package io.shouqi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.channel.Channel;
import io.shouqi.channel.Notice;
import io.shouqi.channel.PaidTransaction;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.ledger.Account;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class TakingMoneyTest {

    private static final Money FIFTY_THOUSAND = Money.ofYuan("50000.00");

    @Autowired
    Shop shop;

    @Autowired
    Cashier cashier;

    @Autowired
    OrderDesk orders;

    @Autowired
    NoticeDesk notices;

    @Autowired
    PaymentOrders orderRows;

    @Autowired
    Receipts receipts;

    @Autowired
    CustomerCredit credit;

    @Autowired
    EarnestDesk earnests;

    @Autowired
    TaskList tasks;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void the_books_balance() {
        var difference = jdbc.sql("select coalesce(sum(debit), 0) - coalesce(sum(credit), 0) from journal_entry")
                .query(Long.class)
                .single();
        assertThat(difference).isZero();
        var unequal = jdbc.sql("""
                        select count(*) from receivable r where r.paid_fen <>
                          (select coalesce(sum(a.amount_fen), 0) from receipt_allocation a where a.receivable_no = r.number)
                        """).query(Long.class).single();
        assertThat(unequal)
                .as("receivables whose paid amount is not the sum of their allocations")
                .isZero();
    }

    @Test
    void no_brokerage_money_before_everybody_confirmed_the_fee_list() {
        var contract = shop.sign(Shop.resale());

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);
        assertThat(shop.receivables(contract)).isEmpty();
    }

    @Test
    void cash_settles_a_receivable_and_the_last_one_closes_the_contract() {
        var contract = shop.confirmed(Shop.resale());
        for (var receivable : shop.receivables(contract)) {
            cash(receivable.number(), "50000.00");
        }
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        assertThat(balance(contract, Account.CASH)).isEqualTo(Money.ofYuan("100000"));
        assertThat(balance(contract, Account.RECEIVABLE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.REVENUE)).isEqualTo(Money.ofYuan("-94339.62"));
        assertThat(balance(contract, Account.OUTPUT_VAT)).isEqualTo(Money.ofYuan("-5660.38"));
    }

    @Test
    void one_receivable_takes_several_receipts() {
        var contract = shop.confirmed(Shop.resale());
        var number = shop.receivables(contract).get(0).number();
        cash(number, "49999.99");
        assertThat(receivable(contract, 0).outstanding()).isEqualTo(Money.ofFen(1));
        cash(number, "0.01");
        assertThat(receivable(contract, 0).status()).isEqualTo(ReceivableStatus.SETTLED);
    }

    @Test
    void one_receipt_pays_several_receivables() {
        var contract = shop.confirmed(Shop.resale());
        var numbers = shop.receivables(contract).stream().map(r -> r.number()).toList();
        var taken = cashier.take(
                numbers, asked("TRANSFER", "80000.00", Map.of("bankReference", uuid())), shop.clerk(), once());

        assertThat(taken.receipt().allocations())
                .extracting(a -> a.amount().yuan())
                .containsExactly("50000.00", "30000.00");
        assertThat(receivable(contract, 1).outstanding()).isEqualTo(Money.ofYuan("20000"));
    }

    @Test
    void an_overpayment_becomes_the_customers_credit() {
        var contract = shop.confirmed(Shop.resale());
        cash(receivable(contract, 0).number(), "50000.50");

        assertThat(receivable(contract, 0).status()).isEqualTo(ReceivableStatus.SETTLED);
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("0.50"));
        assertThat(balance(contract, Account.CUSTOMER_CREDIT)).isEqualTo(Money.ofYuan("-0.50"));
    }

    @Test
    void cash_that_nobody_owes_is_handed_back_and_a_transfer_goes_to_suspense() {
        var contract = shop.confirmed(Shop.resale());
        var number = receivable(contract, 0).number();
        cash(number, "50000.00");

        assertThatThrownBy(() -> cash(number, "1.00"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothingOwed");
        var late = cashier.take(
                List.of(number), asked("TRANSFER", "50000.00", Map.of("bankReference", uuid())), shop.clerk(), once());
        assertThat(late.receipt().kind()).isEqualTo("SUSPENSE");
        assertThat(suspenseOf(contract)).containsExactly("DUPLICATE");
    }

    @Test
    void a_card_slip_is_entered_once_and_its_fee_is_capped() {
        var contract = shop.confirmed(Shop.resale());
        var slip = Map.of("terminal", "T9", "batch", "000001", "voucher", uuid().substring(0, 6), "cardType", "DEBIT");
        var number = receivable(contract, 0).number();
        cashier.take(List.of(number), asked("CARD", "20000.00", slip), shop.clerk(), once());

        assertThatThrownBy(() -> cashier.take(List.of(number), asked("CARD", "20000.00", slip), shop.clerk(), once()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("slip.known");
        assertThat(balance(contract, Account.CHANNEL_FEE)).isEqualTo(Money.ofYuan("20.00"));
        assertThat(balance(contract, Account.BANK)).isEqualTo(Money.ofYuan("19980.00"));
    }

    @Test
    void the_same_key_takes_cash_once_and_another_body_is_refused() {
        var contract = shop.confirmed(Shop.resale());
        var number = receivable(contract, 0).number();
        var call = new Call("t-clerk", "pay " + number, uuid(), "body");
        var first = cashier.take(List.of(number), asked("CASH", "100.00", Map.of()), shop.clerk(), call);
        var again = cashier.take(List.of(number), asked("CASH", "100.00", Map.of()), shop.clerk(), call);

        assertThat(again.receipt().receiptNo()).isEqualTo(first.receipt().receiptNo());
        assertThat(receivable(contract, 0).paid()).isEqualTo(Money.ofYuan("100"));
        var other = new Call("t-clerk", "pay " + number, call.key(), "another body");
        assertThatThrownBy(() -> cashier.take(List.of(number), asked("CASH", "100.00", Map.of()), shop.clerk(), other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("key.reused");
    }

    @Test
    void two_hundred_notifications_of_one_payment_from_fifty_threads_post_once() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var order = order(contract, Channel.WECHAT);
        var transaction = paid(order, Channel.WECHAT, FIFTY_THOUSAND);
        var news = new ArrayList<Notice.Payment>();
        for (var i = 0; i < 200; i++) {
            // every notification comes about four times
            news.add(notice("n-" + order + "-" + i % 50, Channel.WECHAT, transaction));
        }
        Collections.shuffle(news, new Random(42));
        var start = new CountDownLatch(1);
        var pool = AsSystem.pool(50);
        var results = news.stream()
                .map(n -> pool.submit(() -> {
                    start.await();
                    return notices.post(n);
                }))
                .toList();
        start.countDown();
        for (var result : results) {
            assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
        }
        pool.shutdown();

        assertThat(receipts.ofContract(contract)).hasSize(1);
        assertThat(receivable(contract, 0).paid()).isEqualTo(FIFTY_THOUSAND);
        assertThat(jdbc.sql("select count(*) from voucher where subject = ? and event = 'RECEIVED'")
                        .param(contract)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(suspenseOf(contract)).isEmpty();
    }

    @Test
    void a_second_payment_through_the_other_channel_goes_to_suspense_with_a_task() {
        var contract = shop.confirmed(Shop.resale());
        var wechat = order(contract, Channel.WECHAT);
        var alipay = order(contract, Channel.ALIPAY);
        notices.post(notice(uuid(), Channel.WECHAT, paid(wechat, Channel.WECHAT, FIFTY_THOUSAND)));
        notices.post(notice(uuid(), Channel.ALIPAY, paid(alipay, Channel.ALIPAY, FIFTY_THOUSAND)));
        shop.settle();

        assertThat(receivable(contract, 0).paid()).isEqualTo(FIFTY_THOUSAND);
        assertThat(suspenseOf(contract)).containsExactly("DUPLICATE");
        assertThat(tasksAbout(contract)).containsExactly("userTask_resolveSuspense");
        assertThat(balance(contract, Account.SUSPENSE)).isEqualTo(Money.ofYuan("-50000.00"));
    }

    @Test
    void a_wrong_amount_is_kept_in_suspense_and_nothing_is_posted_to_the_order() {
        var contract = shop.confirmed(Shop.resale());
        var order = order(contract, Channel.WECHAT);
        notices.post(notice(uuid(), Channel.WECHAT, paid(order, Channel.WECHAT, Money.ofYuan("0.01"))));

        assertThat(receivable(contract, 0).paid()).isEqualTo(Money.ZERO);
        assertThat(suspenseOf(contract)).containsExactly("WRONG_AMOUNT");
    }

    @Test
    void money_for_an_unknown_order_is_kept_in_suspense() {
        var transaction = paid("P99999999000001", Channel.WECHAT, Money.ofYuan("12.34"));
        notices.post(notice(uuid(), Channel.WECHAT, transaction));

        var receipt = receipts.find(Channel.WECHAT, transaction.merchantId(), transaction.transactionId())
                .orElseThrow();
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.SUSPENSE);
    }

    @Test
    void a_late_payment_on_a_closed_order_goes_to_suspense_and_the_order_stays_closed() {
        var contract = shop.confirmed(Shop.resale());
        var order = order(contract, Channel.WECHAT);
        jdbc.sql("update payment_order set status = 'CLOSED' where number = ?")
                .param(order)
                .update();
        notices.post(notice(uuid(), Channel.WECHAT, paid(order, Channel.WECHAT, FIFTY_THOUSAND)));

        assertThat(orderRows.findByNumber(order).orElseThrow().status()).isEqualTo(PaymentOrder.Status.CLOSED);
        assertThat(suspenseOf(contract)).containsExactly("LATE");
    }

    @Test
    void a_notice_whose_posting_fails_is_kept_and_posted_when_it_can_be() {
        clock.set(clock.instant());
        var contract = shop.confirmed(Shop.resale());
        var order = order(contract, Channel.WECHAT);
        target(order, "R-NOPE");
        var notice = notice(uuid(), Channel.WECHAT, paid(order, Channel.WECHAT, FIFTY_THOUSAND));

        assertThat(notices.post(notice))
                .as("acknowledged although it was not posted")
                .isFalse();
        assertThat(receipts.ofContract(contract)).isEmpty();
        target(order, receivable(contract, 0).number());
        clock.advance(Duration.ofMinutes(2));
        notices.tryAgain();

        assertThat(receivable(contract, 0).paid()).isEqualTo(FIFTY_THOUSAND);
        assertThat(notices.post(notice)).as("the channel repeats itself").isTrue();
        assertThat(receipts.ofContract(contract)).hasSize(1);
    }

    private void target(String order, String receivable) {
        jdbc.sql("update payment_order set targets = ? where number = ?")
                .params(receivable, order)
                .update();
    }

    @Test
    void suspense_money_is_placed_by_finance_and_settles_what_it_was_meant_for() {
        var contract = shop.confirmed(Shop.resale());
        var order = order(contract, Channel.WECHAT);
        notices.post(notice(uuid(), Channel.WECHAT, paid(order, Channel.WECHAT, Money.ofYuan("49999.00"))));
        shop.settle();
        var task = tasks.page(TaskSearch.of(TaskQueue.GROUP), shop.finance(), null).items().stream()
                .filter(t -> t.subject().equals(contract))
                .findFirst()
                .orElseThrow();
        tasks.complete(
                task.id(),
                shop.finance(),
                Map.of(
                        "action",
                        "ALLOCATE",
                        "receivableNo",
                        receivable(contract, 0).number()));

        assertThat(receivable(contract, 0).outstanding()).isEqualTo(Money.ofYuan("1.00"));
        assertThat(balance(contract, Account.SUSPENSE)).isEqualTo(Money.ZERO);
        assertThat(tasksAbout(contract)).isEmpty();
    }

    @Test
    void money_received_before_it_is_due_is_a_contract_liability_until_the_milestone() {
        var half = BigDecimal.valueOf(50);
        var plan = List.of(
                new InstalmentTerm(Milestone.SIGNING, null, half), new InstalmentTerm(Milestone.TRANSFER, null, half));
        var contract = shop.confirmed(Shop.with(Shop.resale(), List.of(), plan, null));
        var waiting = shop.receivables(contract).stream()
                .filter(r -> r.status() == ReceivableStatus.WAITING)
                .findFirst()
                .orElseThrow();
        cash(waiting.number(), "10000.00");
        assertThat(balance(contract, Account.ADVANCE)).isEqualTo(Money.ofYuan("-10000.00"));

        shop.reach(contract, Milestone.TRANSFER, LocalDate.of(2024, 4, 1));
        assertThat(balance(contract, Account.ADVANCE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.RECEIVABLE)).isEqualTo(Money.ofYuan("90000.00"));
    }

    @Test
    void earnest_money_comes_before_the_fee_list_and_is_set_against_the_fees_afterwards() {
        var contract = shop.sign(Shop.resale());
        var taken = cashier.takeEarnest(
                shop.contract(contract),
                PartyRole.BUYER,
                asked("TRANSFER", "80000.00", Map.of("bankReference", uuid())),
                shop.clerk(),
                once());
        assertThat(balance(contract, Account.ENTRUSTED)).isEqualTo(Money.ofYuan("-80000.00"));
        assertThat(balance(contract, Account.ESCROW_BANK)).isEqualTo(Money.ofYuan("80000.00"));

        shop.confirm(contract);
        var earnest = earnests.visibleTo(shop.clerk(), taken.earnestNo());
        earnests.offset(earnest, shop.clerk());
        earnests.payOver(earnest, Money.ofYuan("20000"), "李秀英", "ICBC 1", shop.finance());
        earnests.giveBack(earnest, Money.ofYuan("10000"), "ICBC 2", shop.finance());

        assertThat(earnests.visibleTo(shop.clerk(), taken.earnestNo()).status()).isEqualTo(Earnest.Status.SETTLED);
        assertThat(balance(contract, Account.ENTRUSTED)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.ESCROW_BANK)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.BANK)).isEqualTo(Money.ofYuan("50000.00"));
    }

    @Test
    void earnest_money_never_exceeds_a_fifth_of_the_price() {
        var contract = shop.contract(shop.sign(Shop.resale()));

        assertThatThrownBy(() -> cashier.takeEarnest(
                        contract, PartyRole.BUYER, asked("CASH", "1000000.01", Map.of()), shop.clerk(), once()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("earnest.limit");
    }

    @Test
    void a_forfeited_deposit_belongs_to_the_seller_and_is_paid_over() {
        var contract = shop.sign(Shop.resale());
        var taken = cashier.takeEarnest(
                shop.contract(contract), PartyRole.BUYER, asked("CASH", "30000.00", Map.of()), shop.clerk(), once());
        var earnest = earnests.visibleTo(shop.clerk(), taken.earnestNo());
        earnests.forfeit(earnest, PartyRole.SELLER, "买方违约", shop.finance());
        assertThatThrownBy(() -> earnests.giveBack(earnest, Money.ofYuan("1"), "x", shop.finance()))
                .isInstanceOf(Refusal.class);
        earnests.payOver(earnest, Money.ofYuan("30000"), "李秀英", "cash", shop.finance());

        assertThat(balance(contract, Account.ENTRUSTED)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.CASH)).isEqualTo(Money.ZERO);
    }

    @Test
    void a_cancelled_contract_reverses_what_is_open_and_keeps_paid_money_as_credit() {
        var contract = shop.confirmed(Shop.resale());
        cash(receivable(contract, 0).number(), "20000.00");
        shop.cancel(contract, "买方贷款未批");

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CANCELLED);
        assertThat(balance(contract, Account.RECEIVABLE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.REVENUE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.CUSTOMER_CREDIT)).isEqualTo(Money.ofYuan("-20000.00"));
        assertThat(credit.of(contract)).isEqualTo(Money.ofYuan("20000.00"));
    }

    @Test
    void posted_rows_never_change_by_the_applications_own_hand() {
        for (var table : List.of("journal_entry", "voucher", "receipt", "receipt_allocation", "customer_credit")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> jdbc.sql("update receipt set amount_fen = 1").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into journal_entry(voucher_id, line, account, debit) select id, 99, '1002', 1 from voucher limit 1")
                        .update())
                .rootCause()
                .hasMessageContaining("does not balance");
    }

    private void cash(String receivable, String amount) {
        cashier.take(List.of(receivable), asked("CASH", amount, Map.of()), shop.clerk(), once());
    }

    private static Cashier.Asked asked(String method, String amount, Map<String, String> reference) {
        return new Cashier.Asked(method, amount, reference);
    }

    private static Call once() {
        return new Call("t-clerk", "test", null, "");
    }

    /** An order as it stands after the channel took it. */
    private String order(String contract, Channel channel) {
        return orders.open(List.of(receivable(contract, 0).number()), channel, FIFTY_THOUSAND, shop.clerk());
    }

    private PaidTransaction paid(String order, Channel channel, Money amount) {
        var account = shop.merchant(channel);
        return new PaidTransaction(
                order, "TX" + uuid(), amount, "CNY", account.merchantId(), account.appId(), Instant.now());
    }

    private Notice.Payment notice(String id, Channel channel, PaidTransaction transaction) {
        return new Notice.Payment(id, channel, shop.merchant(channel).id(), transaction);
    }

    private Receivable receivable(String contract, int index) {
        return shop.receivables(contract).get(index);
    }

    private List<String> suspenseOf(String contract) {
        return jdbc.sql("select reason from suspense where contract_no = ?")
                .param(contract)
                .query(String.class)
                .list();
    }

    private List<String> tasksAbout(String contract) {
        return tasks.page(TaskSearch.of(TaskQueue.GROUP), shop.finance(), null).items().stream()
                .filter(t -> t.subject().equals(contract))
                .map(t -> t.definition())
                .toList();
    }

    private Money balance(String contract, Account account) {
        return Money.ofFen(
                jdbc.sql("""
                        select coalesce(sum(e.debit), 0) - coalesce(sum(e.credit), 0)
                          from journal_entry e join voucher v on v.id = e.voucher_id
                         where v.subject = ? and e.account = ?
                        """).params(contract, account.code()).query(Long.class).single());
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
