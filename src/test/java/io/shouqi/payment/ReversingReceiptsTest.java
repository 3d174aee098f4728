package io.shouqi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.channel.Channel;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.ledger.Account;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class ReversingReceiptsTest {

    private static final Instant TEN = Instant.parse("2024-03-05T02:00:00Z");

    @Autowired
    private Shop shop;

    @Autowired
    private Cashier cashier;

    @Autowired
    private ReversalDesk desk;

    @Autowired
    private OrderDesk orders;

    @Autowired
    private Receipts receipts;

    @Autowired
    private CustomerCredit credit;

    @Autowired
    @EveryRow
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void ten_in_the_morning() {
        clock.set(TEN);
        shop.open();
    }

    @AfterEach
    void the_books_balance_and_receivables_are_paid_by_what_counts() {
        assertThat(number("select coalesce(sum(debit), 0) - coalesce(sum(credit), 0) from journal_entry"))
                .isZero();
        assertThat(number("""
                        select count(*) from receivable r where r.paid_fen <>
                          (select coalesce(sum(a.amount_fen), 0) from receipt_allocation a where a.receivable_no = r.number)
                        """)).isZero();
        assertThat(number("""
                        select count(*) from receivable r where r.status <> 'CANCELLED' and r.paid_fen <>
                          (select coalesce(sum(a.amount_fen), 0) from receipt_allocation a
                            where a.receivable_no = r.number
                              and not exists (select 1 from receipt_reversal v where v.receipt_no = a.receipt_no))
                        """)).isZero();
        assertThat(number("""
                        select count(*) from (select contract_no from customer_credit group by 1 having sum(amount_fen) < 0) c
                        """)).isZero();
    }

    @Test
    void the_cashier_takes_back_a_mistyped_amount_and_the_debt_is_open_again() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "50000.50");
        assertThat(receivable(contract, 0).status()).isEqualTo(ReceivableStatus.SETTLED);

        var reversed = reverse(receipt, shop.clerk());

        assertThat(reversed.reversal().reason()).isEqualTo("金额输错");
        assertThat(reversed.reversal().reversalNo()).startsWith("CX-");
        assertThat(receivable(contract, 0).paid()).isEqualTo(Money.ZERO);
        assertThat(receivable(contract, 0).status()).isNotEqualTo(ReceivableStatus.SETTLED);
        assertThat(credit.of(contract)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.CASH)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.CUSTOMER_CREDIT)).isEqualTo(Money.ZERO);
    }

    @Test
    void the_receipt_itself_stays_as_it_was() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "300.00");
        reverse(receipt, shop.clerk());

        assertThat(receipts.find(receipt).orElseThrow().amount()).isEqualTo(Money.ofYuan("300"));
        assertThat(receipts.view(receipts.find(receipt).orElseThrow()).allocations())
                .extracting(a -> a.amount().yuan())
                .containsExactly("300.00");
    }

    @Test
    void a_receipt_is_reversed_once_however_often_it_is_asked_for() throws Exception {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "300.00");
        var call = new Call("t-clerk", "reverse " + receipt, UUID.randomUUID().toString(), "body");

        var first = desk.reverse(receipt, "金额输错", shop.clerk(), call);
        var again = desk.reverse(receipt, "金额输错", shop.clerk(), call);
        assertThat(again.reversal().reversalNo()).isEqualTo(first.reversal().reversalNo());
        assertRefused(receipt, shop.clerk(), "reversal.done");

        var other = cash(contract, 0, "400.00");
        var attempts = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 8; i++) {
            attempts.add(() -> {
                try {
                    return reverse(other, shop.clerk()) != null;
                } catch (Refusal e) {
                    return false;
                }
            });
        }
        var won = 0;
        for (var attempt : AsSystem.pool(8).invokeAll(attempts)) {
            won += attempt.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        assertThat(receivable(contract, 0).paid()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_same_slip_may_be_entered_again_with_the_right_amount() {
        var contract = shop.confirmed(Shop.resale());
        var slip = Map.of("terminal", "T1", "batch", "000009", "voucher", "000777");
        var wrong = take(contract, 0, "CARD", "2000.00", slip);
        reverse(wrong, shop.clerk());
        var right = take(contract, 0, "CARD", "20000.00", slip);

        assertThat(right).isNotEqualTo(wrong);
        assertThat(receivable(contract, 0).paid()).isEqualTo(Money.ofYuan("20000"));
        assertThat(balance(contract, Account.CHANNEL_FEE)).isEqualTo(Money.ofYuan("20.00"));
        assertThatThrownBy(() -> take(contract, 0, "CARD", "1.00", slip))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("slip.known");
    }

    @Test
    void after_half_an_hour_the_cashier_needs_the_manager() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "300.00");
        clock.set(TEN.plus(Duration.ofMinutes(30)));
        assertThat(desk.objection(receipts.find(receipt).orElseThrow(), shop.clerk()))
                .isEmpty();
        clock.set(TEN.plus(Duration.ofMinutes(31)));

        assertRefused(receipt, shop.clerk(), "reversal.fourEyes");
        assertThat(reverse(receipt, shop.manager()).reversal().reversedBy()).isEqualTo("t-manager");
    }

    @Test
    void a_manager_who_took_the_money_is_not_other_eyes() {
        var both = new Actor(
                shop.clerk().id(),
                "t-clerk",
                "t-clerk",
                Shop.COMPANY,
                Shop.STORE,
                Set.of(Role.CASHIER, Role.STORE_MANAGER),
                Set.of(Shop.STORE),
                null);
        var receipt = cash(shop.confirmed(Shop.resale()), 0, "300.00");
        clock.set(TEN.plus(Duration.ofHours(1)));

        assertRefused(receipt, both, "reversal.fourEyes");
    }

    @Test
    void a_colleague_may_not_and_another_store_knows_nothing_of_it() {
        var receipt = cash(shop.confirmed(Shop.resale()), 0, "300.00");
        var colleague = new Actor(
                UUID.randomUUID(),
                "t-other",
                "t-other",
                Shop.COMPANY,
                Shop.STORE,
                Set.of(Role.CASHIER),
                Set.of(Shop.STORE),
                null);

        assertRefused(receipt, colleague, "reversal.notYours");
        assertRefused(receipt, shop.named("t-elsewhere"), "receipt.unknown");
    }

    @Test
    void the_next_day_it_takes_a_refund() {
        clock.set(Instant.parse("2024-03-05T15:50:00Z"));
        var receipt = cash(shop.confirmed(Shop.resale()), 0, "300.00");
        clock.set(Instant.parse("2024-03-05T16:05:00Z"));

        assertRefused(receipt, shop.clerk(), "reversal.late");
        assertRefused(receipt, shop.manager(), "reversal.late");
    }

    @Test
    void a_reason_is_required() {
        var receipt = cash(shop.confirmed(Shop.resale()), 0, "300.00");

        assertThatThrownBy(() -> desk.reverse(receipt, " ", shop.clerk(), once()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reason");
    }

    @Test
    void a_receivable_that_was_settled_is_collected_again_before_the_contract_closes() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "50000.00");
        shop.settle();
        reverse(receipt, shop.clerk());
        shop.settle();
        cash(contract, 1, "50000.00");
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.COLLECTING);
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));
        cash(contract, 0, "50000.00");
        shop.settle();

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);
        assertThat(balance(contract, Account.RECEIVABLE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.CASH)).isEqualTo(Money.ofYuan("100000"));
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("94339.62"));
    }

    @Test
    void what_closed_the_contract_is_not_reversed_here() {
        var contract = shop.confirmed(Shop.resale());
        cash(contract, 0, "50000.00");
        var last = cash(contract, 1, "50000.00");
        shop.settle();

        assertRefused(last, shop.clerk(), "reversal.settled");
    }

    @Test
    void commission_that_was_earned_by_it_is_given_back() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "50000.00");
        shop.settle();
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        reverse(receipt, shop.clerk());
        shop.settle();

        assertThat(vested(contract)).isEqualTo(Money.ZERO);
    }

    @Test
    void money_that_came_early_goes_back_out_of_what_has_fallen_due_since() {
        var half = new BigDecimal("50");
        var contract = shop.confirmed(Shop.with(
                Shop.resale(),
                List.of(),
                List.of(
                        new InstalmentTerm(Milestone.SIGNING, null, half),
                        new InstalmentTerm(Milestone.TRANSFER, null, half)),
                null));
        var waiting = shop.receivables(contract).stream()
                .filter(r -> r.status() == ReceivableStatus.WAITING)
                .findFirst()
                .orElseThrow();
        var receipt = take(List.of(waiting.number()), "CASH", "25000.00", Map.of());
        assertThat(balance(contract, Account.ADVANCE)).isEqualTo(Money.ofYuan("-25000"));
        shop.reach(contract, Milestone.TRANSFER, LocalDate.of(2024, 3, 5));
        reverse(receipt, shop.clerk());

        assertThat(balance(contract, Account.ADVANCE)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.RECEIVABLE)).isEqualTo(Money.ofYuan("100000"));
    }

    @Test
    void entrusted_money_goes_back_too() {
        var contract = shop.confirmed(Shop.with(
                Shop.resale(),
                List.of("APPRAISAL"),
                List.of(new InstalmentTerm(Milestone.SIGNING, null, BigDecimal.valueOf(100))),
                null));
        var all = shop.receivables(contract).stream().map(Receivable::number).toList();
        var receipt = take(all, "TRANSFER", "115000.00", Map.of("bankReference", "B-" + contract));
        assertThat(balance(contract, Account.ESCROW_BANK)).isEqualTo(Money.ofYuan("15000"));
        reverse(receipt, shop.clerk());

        assertThat(balance(contract, Account.ESCROW_BANK)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.BANK)).isEqualTo(Money.ZERO);
        assertThat(balance(contract, Account.ENTRUSTED)).isEqualTo(Money.ZERO);
        assertThat(shop.receivables(contract)).allMatch(r -> r.paid().isZero());
    }

    @Test
    void deposits_money_in_suspense_and_what_a_cancelled_contract_was_paid_have_other_ways() {
        var contract = shop.confirmed(Shop.resale());
        cashier.takeEarnest(
                shop.contract(contract), PartyRole.BUYER, asked("CASH", "100.00", Map.of()), shop.clerk(), once());
        var deposit = receipts.ofContract(contract).get(0).number();
        var paid = cash(contract, 0, "50000.00");
        var suspended = take(contract, 0, "TRANSFER", "10.00", Map.of("bankReference", "S-" + contract));

        assertRefused(deposit, shop.clerk(), "reversal.kind.EARNEST");
        assertRefused(suspended, shop.clerk(), "reversal.kind.SUSPENSE");
        shop.cancel(contract, "买方贷款未批");
        assertRefused(paid, shop.clerk(), "reversal.cancelled");
    }

    @Test
    void the_events_the_facts_and_the_log_tell_of_it() {
        var contract = shop.confirmed(Shop.resale());
        var receipt = cash(contract, 0, "300.00");
        var reversal = reverse(receipt, shop.clerk()).reversal().reversalNo();

        assertThat(texts("select topic from outbox where payload::text like '%' || ? || '%'", reversal))
                .containsExactly("PaymentReversed");
        assertThat(texts("select event from voucher where source = ?", reversal))
                .containsExactly("REVERSED");
        assertThat(texts("select action from audit_event where subject = ?", reversal))
                .containsExactly("row.inserted");
    }

    /** A cashier with shaky hands: whatever is taken and taken back, the model and the books agree. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_sequence_of_payments_and_reversals_leaves_what_was_not_taken_back(long seed) {
        var random = new Random(seed);
        var contract = shop.confirmed(Shop.resale());
        var numbers =
                shop.receivables(contract).stream().map(Receivable::number).toList();
        var living = new HashMap<String, Money>();
        for (var i = 0; i < 25; i++) {
            if (random.nextInt(3) == 0 && !living.isEmpty()) {
                var taken = living.keySet().stream()
                        .sorted()
                        .skip(random.nextInt(living.size()))
                        .findFirst()
                        .orElseThrow();
                reverse(taken, shop.clerk());
                living.remove(taken);
            } else {
                pay(random, numbers, living);
            }
            assertThat(total(contract).plus(credit.of(contract))).isEqualTo(Money.sum(living.values()));
        }
        assertThat(balance(contract, Account.CASH)
                        .plus(balance(contract, Account.BANK))
                        .plus(balance(contract, Account.SUSPENSE)))
                .isEqualTo(Money.sum(living.values()));
    }

    private void pay(Random random, List<String> numbers, Map<String, Money> living) {
        var amount = Money.ofFen(1 + random.nextInt(4_000_000));
        var chosen = random.nextBoolean() ? numbers : List.of(numbers.get(random.nextInt(numbers.size())));
        var reference = Map.of("bankReference", UUID.randomUUID().toString());
        try {
            var receipt = take(chosen, random.nextBoolean() ? "CASH" : "TRANSFER", amount.yuan(), reference);
            if (receipts.find(receipt).orElseThrow().kind() == Receipt.Kind.BROKERAGE) {
                living.put(receipt, amount);
            }
        } catch (Refusal e) {
            assertThat(e.code()).isEqualTo("payment.nothingOwed");
        }
    }

    @Test
    void online_money_is_refunded_not_reversed() {
        var contract = shop.confirmed(Shop.resale());
        var order = orders.open(
                List.of(receivable(contract, 0).number()), Channel.WECHAT, Money.ofYuan("50000"), shop.clerk());
        jdbc.sql("""
                        insert into receipt(id, number, company, store_code, contract_no, order_no, channel, merchant_id, transaction_id,
                          kind, amount_fen, fee_fen, received_at, day, collected_by)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, 'WECHAT', 'm', ?, 'BROKERAGE', 1, 0, '2024-03-05T02:00Z', '2024-03-05', ?)
                        """)
                .params(
                        "SK-" + order,
                        Shop.COMPANY,
                        Shop.STORE,
                        contract,
                        order,
                        order,
                        shop.clerk().id())
                .update();

        assertRefused("SK-" + order, shop.clerk(), "reversal.online");
    }

    private void assertRefused(String receipt, Actor actor, String code) {
        assertThatThrownBy(() -> reverse(receipt, actor))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private ReceiptView reverse(String receipt, Actor actor) {
        return desk.reverse(receipt, "金额输错", actor, once());
    }

    private String cash(String contract, int index, String amount) {
        return take(contract, index, "CASH", amount, Map.of());
    }

    private String take(String contract, int index, String method, String amount, Map<String, String> reference) {
        return take(List.of(receivable(contract, index).number()), method, amount, reference);
    }

    private String take(List<String> receivables, String method, String amount, Map<String, String> reference) {
        var taken = cashier.take(receivables, asked(method, amount, reference), shop.clerk(), once());
        return taken.receipt().receiptNo();
    }

    private static Cashier.Asked asked(String method, String amount, Map<String, String> reference) {
        return new Cashier.Asked(method, amount, reference);
    }

    private static Call once() {
        return new Call("t-clerk", "test", null, "");
    }

    private Receivable receivable(String contract, int index) {
        return shop.receivables(contract).get(index);
    }

    private Money total(String contract) {
        return Money.sum(
                shop.receivables(contract).stream().map(Receivable::paid).toList());
    }

    private Money vested(String contract) {
        shop.settle();
        return Money.ofFen(jdbc.sql("""
                        select coalesce(sum(v.amount_fen), 0) from commission_vesting v
                          join commission_share s on s.id = v.share_id where s.contract_no = ?
                        """).param(contract).query(Long.class).single());
    }

    private Money balance(String contract, Account account) {
        return Money.ofFen(
                jdbc.sql("""
                        select coalesce(sum(e.debit), 0) - coalesce(sum(e.credit), 0)
                          from journal_entry e join voucher v on v.id = e.voucher_id
                         where v.subject = ? and e.account = ?
                        """).params(contract, account.code()).query(Long.class).single());
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).list();
    }
}
