package io.shouqi.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.NewContract;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.notice.NoticeKind;
import io.shouqi.notice.NoticeLine;
import io.shouqi.notice.Notices;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.PaymentReceived;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what, once. */
@ShouqiTest
class NoticesTest {

    @Autowired
    private Shop shop;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TaskList tasks;

    @Autowired
    private Cashier cashier;

    @Autowired
    private Notices notices;

    @Autowired
    private TellOfPayments payments;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void who_is_handed_a_task_is_told_by_whom() {
        var contract = shop.sign(discounted());
        shop.settle();
        var colleague = hire("told-manager", Role.STORE_MANAGER);
        var task = taskOf(contract);

        tasks.delegate(task, shop.manager(), "told-manager", null);

        var notice = latest(colleague);
        assertThat(notice.kind()).isEqualTo(NoticeKind.TASK_DELEGATED);
        assertThat(notice.who()).isEqualTo(shop.manager().name());
        assertThat(notice.subject()).isEqualTo(contract);
        assertThat(notice.path()).isEqualTo("/tasks/" + task);
        assertThat(notices.unread(colleague.id())).isEqualTo(1);
    }

    @Test
    void who_asked_for_a_discount_is_told_the_answer() {
        var agreed = shop.sign(discounted());
        var refused = shop.sign(discounted());
        shop.settle();

        tasks.complete(taskOf(agreed), shop.manager(), Map.of("decision", "APPROVE"));
        assertThat(latest(shop.clerk()).kind()).isEqualTo(NoticeKind.REQUEST_APPROVED);
        assertThat(latest(shop.clerk()).path()).isEqualTo("/contracts/" + agreed);

        tasks.complete(taskOf(refused), shop.manager(), Map.of("decision", "REJECT", "comment", "太多了"));
        assertThat(latest(shop.clerk()).kind()).isEqualTo(NoticeKind.REQUEST_REJECTED);
        assertThat(latest(shop.clerk()).subject()).isEqualTo(refused);
    }

    @Test
    void who_entered_a_contract_is_told_of_money_that_a_colleague_took_once_however_often_the_event_comes() {
        var colleague = hire("told-cashier", Role.CASHIER);
        var contract = shop.confirmed(Shop.resale());
        var before = notices.unread(shop.clerk().id());
        var receipt = take(contract, "12345.60", colleague);
        shop.settle();

        assertThat(latest(shop.clerk()).kind()).isEqualTo(NoticeKind.PAYMENT_ARRIVED);
        assertThat(latest(shop.clerk()).amount()).isEqualTo(Money.ofYuan("12345.60"));
        assertThat(latest(shop.clerk()).subject()).isEqualTo(contract);

        var debt = shop.receivables(contract).get(0);
        var again = new PaymentReceived(
                Shop.COMPANY,
                Shop.STORE,
                contract,
                receipt,
                receipt,
                List.of(new PaymentReceived.Part(debt.number(), Money.ofYuan("12345.60"))));
        new TransactionTemplate(transactions).executeWithoutResult(status -> payments.accept(again));
        assertThat(notices.unread(shop.clerk().id())).isEqualTo(before + 1);
    }

    @Test
    void who_took_the_money_needs_no_telling() {
        var contract = shop.confirmed(Shop.resale());
        var before = notices.unread(shop.clerk().id());

        take(contract, "100", shop.clerk());
        shop.settle();

        assertThat(notices.unread(shop.clerk().id())).isEqualTo(before);
    }

    @Test
    void what_was_read_is_counted_no_more_and_nobody_reads_what_others_were_told() {
        var colleague = hire("told-reader", Role.STORE_MANAGER);
        for (var i = 0; i < 3; i++) {
            var contract = shop.sign(discounted());
            shop.settle();
            tasks.delegate(taskOf(contract), shop.manager(), "told-reader", null);
        }
        var told = notices.page(colleague.id(), null, 2);
        assertThat(told.items()).hasSize(2);
        assertThat(notices.page(colleague.id(), told.next(), 2).items()).hasSize(1);

        notices.read(colleague.id(), told.items().get(0).id());
        assertThat(notices.unread(colleague.id())).isEqualTo(2);
        var others = told.items().get(1).id();
        assertThatThrownBy(() -> notices.read(shop.clerk().id(), others)).isInstanceOf(Refusal.class);
        assertThat(notices.unread(colleague.id())).isEqualTo(2);

        notices.readAll(colleague.id());
        assertThat(notices.unread(colleague.id())).isZero();
    }

    private Actor hire(String username, Role role) {
        organisation.user(Shop.COMPANY, Shop.STORE, username, username + "的姓名", "secret", Set.of(role));
        return shop.named(username);
    }

    private static NewContract discounted() {
        var deal = Shop.resale();
        return Shop.with(deal, List.of(), deal.instalments(), new NewContract.Discount(BigDecimal.valueOf(5), "老客户"));
    }

    private UUID taskOf(String contract) {
        return tasks.page(TaskSearch.of(TaskQueue.GROUP), shop.manager(), null).items().stream()
                .filter(task -> task.subject().equals(contract))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String take(String contract, String amount, Actor actor) {
        var debts = shop.receivables(contract).stream().map(Receivable::number).toList();
        return cashier.take(
                        debts.subList(0, 1),
                        new Cashier.Asked("CASH", amount, Map.of()),
                        actor,
                        new Call(actor.username(), "notices-test", null, ""))
                .receipt()
                .receiptNo();
    }

    private NoticeLine latest(Actor person) {
        return notices.page(person.id(), null, 1).items().get(0);
    }
}
