package io.shouqi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.Earnest;
import io.shouqi.payment.EarnestDesk;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.TaskList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one pair of eyes may not do alone. */
@ShouqiTest
class FourEyesTest {

    private static final Map<String, Object> YES = Map.of("decision", "APPROVE");

    @Autowired
    Shop shop;

    @Autowired
    Cashier cashier;

    @Autowired
    EarnestDesk earnests;

    @Autowired
    TaskList tasks;

    @Autowired
    SigningDesk signing;

    @Autowired
    @EveryRow
    JdbcClient rows;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void who_took_a_deposit_neither_returns_nor_pays_over_nor_forfeits_it() {
        var deposit = deposit();

        refused("earnest.fourEyes", () -> earnests.giveBack(deposit, Money.ofYuan("1"), "现金退还", shop.clerk()));
        refused("earnest.fourEyes", () -> earnests.payOver(deposit, Money.ofYuan("1"), "业主", "转账", shop.clerk()));
        refused("earnest.fourEyes", () -> earnests.forfeit(deposit, PartyRole.SELLER, "买方违约", shop.clerk()));

        earnests.giveBack(deposit, Money.ofYuan("1"), "现金退还", shop.manager());
        assertThat(earnests.visibleTo(shop.manager(), deposit.number()).held()).isEqualTo(Money.ofYuan("99"));
    }

    @Test
    void who_stands_in_for_the_one_who_took_a_deposit_has_the_same_eyes() {
        var deposit = deposit();
        var deputy = standingIn(shop.manager(), shop.clerk());

        refused("earnest.fourEyes", () -> earnests.giveBack(deposit, Money.ofYuan("1"), "现金退还", deputy));
    }

    @Test
    void nobody_approves_an_own_request_nor_that_of_the_colleague_stood_in_for() {
        var task = approval("5");
        var asker = with(shop.clerk(), shop.manager());

        refused("approval.own", () -> tasks.claim(task, asker));
        refused("approval.own", () -> tasks.complete(task, asker, YES));
        refused("approval.own", () -> tasks.complete(task, standingIn(shop.manager(), shop.clerk()), YES));
        assertThat(tasks.open(task, asker).objection()).isEqualTo("approval.own");

        assertThat(tasks.open(task, shop.manager()).objection()).isNull();
        tasks.complete(task, shop.manager(), YES);
    }

    @Test
    void what_a_deputy_asked_for_is_approved_by_neither_of_the_two_when_the_leave_is_over() {
        var back = with(
                new Actor(UUID.randomUUID(), "back", "back", Shop.COMPANY, Shop.STORE, Set.of(), Set.of(), null),
                shop.manager());
        var contract =
                signing.sign(discounted("5"), standingIn(shop.clerk(), back)).contractNo();
        var task = taskOf(contract);

        refused("approval.own", () -> tasks.complete(task, with(shop.clerk(), shop.manager()), YES));
        refused("approval.own", () -> tasks.claim(task, back));
        refused("approval.own", () -> tasks.complete(task, back, YES));
        assertThat(tasks.open(task, back).objection()).isEqualTo("approval.own");
        tasks.complete(task, shop.manager(), YES);
    }

    private Earnest deposit() {
        var contract = shop.sign(Shop.resale());
        var taken = cashier.takeEarnest(
                shop.contract(contract),
                PartyRole.BUYER,
                new Cashier.Asked("CASH", "100.00", Map.of()),
                shop.clerk(),
                new Call("t-clerk", "four eyes", null, ""));
        return earnests.visibleTo(shop.clerk(), taken.earnestNo());
    }

    private UUID approval(String percent) {
        return taskOf(shop.sign(discounted(percent)));
    }

    private static NewContract discounted(String percent) {
        var resale = Shop.resale();
        return Shop.with(
                resale, List.of(), resale.instalments(), new NewContract.Discount(new BigDecimal(percent), "老客户"));
    }

    private UUID taskOf(String contract) {
        shop.settle();
        return rows.sql("select id from task where subject = ? and status = 'OPEN'")
                .param(contract)
                .query(UUID.class)
                .single();
    }

    /** The first, with the roles of the second. */
    private static Actor with(Actor who, Actor roles) {
        return new Actor(
                who.id(), who.username(), who.name(), who.company(), who.unit(), roles.roles(), roles.stores(), null);
    }

    private static Actor standingIn(Actor deputy, Actor absent) {
        return new Actor(
                deputy.id(),
                deputy.username(),
                deputy.name(),
                deputy.company(),
                absent.unit(),
                deputy.roles(),
                absent.stores(),
                new Actor.Absent(absent.id(), absent.name()));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
