package io.shouqi.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.NewContract;
import io.shouqi.ledger.TrialBalance;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class EarningByCashTest {

    private static final List<Agent> AGENTS = List.of(
            new Agent("wang", "王明", "LISTING"),
            new Agent("li", "李娜", "BUYER_SIDE"),
            new Agent("zhao", "赵强", "CLOSING"));
    private static final CoBroker ANJIA = new CoBroker("安家地产", new BigDecimal("30"));

    @Autowired
    private Commissions commissions;

    @Autowired
    private CommissionDesk desk;

    @Autowired
    @EveryRow
    private JdbcClient jdbc;

    @Autowired
    private TrialBalance books;

    @Autowired
    private Cashier cashier;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void half_the_money_earns_half_of_every_share() {
        var contract = signed(AGENTS, null, List.of());

        pay(contract, PartyRole.BUYER, "50000.00");
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        assertThat(commissions.ofContract(contract))
                .extracting(
                        ShareView::beneficiary,
                        s -> s.amount().yuan(),
                        s -> s.vested().yuan())
                .containsExactly(
                        tuple("wang", "6603.77", "3301.89"),
                        tuple("li", "9905.66", "4952.83"),
                        tuple("zhao", "16509.43", "8254.72"),
                        tuple(Shop.COMPANY, "14150.94", "7075.47"),
                        tuple(Shop.COMPANY, "47169.82", "23584.90"));
    }

    @Test
    void nothing_is_shared_out_before_money_comes() {
        var contract = signed(AGENTS, null, List.of());

        assertThat(commissions.ofContract(contract)).isEmpty();
    }

    @Test
    void money_collected_for_others_earns_no_commission() {
        var contract = signed(AGENTS, null, List.of("APPRAISAL"));
        var owed = shop.receivables(contract);
        var entrusted = owed.stream().filter(r -> r.entrusted()).findFirst().orElseThrow();

        pay(
                contract,
                PartyRole.BUYER,
                owed.stream()
                        .filter(r -> r.payer() == PartyRole.BUYER)
                        .map(r -> r.amount())
                        .reduce(Money.ZERO, Money::plus)
                        .yuan());
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        assertThat(entrusted.amount()).isEqualTo(Money.ofYuan("15000.00"));
        assertThat(amounts(contract)).isEqualTo(Money.ofYuan("94339.62"));
    }

    @Test
    void the_same_news_twice_earns_once() {
        var contract = signed(AGENTS, null, List.of());
        var receipt = pay(contract, PartyRole.BUYER, "50000.00");
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        desk.vest(contract, receipt);
        desk.vest(contract, receipt);

        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));
        assertThat(jdbc.sql("select count(*) from commission_vesting where source = ?")
                        .param(receipt)
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void ten_at_once_share_out_a_contract_once() throws Exception {
        var contract = signed(AGENTS, ANJIA, List.of());
        pay(contract, PartyRole.BUYER, "50000.00");
        var threads = AsSystem.pool(10);
        var calls = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 10; i++) {
            var source = "NEWS-" + i;
            calls.add(() -> {
                desk.vest(contract, source);
                return null;
            });
        }

        for (Future<Void> call : threads.invokeAll(calls)) {
            call.get();
        }
        threads.shutdown();

        assertThat(amounts(contract)).isEqualTo(Money.ofYuan("94339.62"));
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));
    }

    @Test
    void shares_are_earned_to_the_last_fen_and_the_contract_closes() {
        var agents = List.of(
                new Agent("wang", "王明", "LISTING"),
                new Agent("sun", "孙丽", "LISTING"),
                new Agent("qian", "钱进", "LISTING"),
                new Agent("zhao", "赵强", "CLOSING"));
        var contract = signed(agents, ANJIA, List.of());

        for (var yuan : List.of("0.01", "16666.66", "33333.33")) {
            pay(contract, PartyRole.BUYER, yuan);
        }
        pay(contract, PartyRole.SELLER, "50000.00");
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);

        assertThat(commissions.ofContract(contract))
                .allMatch(share -> share.vested().equals(share.amount()))
                .extracting(ShareView::kind, ShareView::name, s -> s.amount().yuan())
                .containsExactly(
                        tuple(BeneficiaryKind.CO_BROKER, "安家地产", "28301.89"),
                        tuple(BeneficiaryKind.AGENT, "王明", "1540.88"),
                        tuple(BeneficiaryKind.AGENT, "孙丽", "1540.88"),
                        tuple(BeneficiaryKind.AGENT, "钱进", "1540.88"),
                        tuple(BeneficiaryKind.STORE, "望京店", "6933.96"),
                        tuple(BeneficiaryKind.AGENT, "赵强", "11556.60"),
                        tuple(BeneficiaryKind.COMPANY, Shop.COMPANY, "9905.66"),
                        tuple(BeneficiaryKind.COMPANY, Shop.COMPANY, "33018.87"));
        assertThat(amounts(contract)).isEqualTo(Money.ofYuan("94339.62"));
    }

    @Test
    void the_co_broker_is_owed_its_part_of_the_net_in_the_books() {
        var contract = signed(AGENTS, ANJIA, List.of());
        pay(contract, PartyRole.BUYER, "50000.00");
        pay(contract, PartyRole.SELLER, "50000.00");

        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);

        assertThat(books.about(Shop.COMPANY, contract))
                .filteredOn(p -> p.event().equals("CO_BROKER_SHARE"))
                .extracting(
                        p -> p.accountName(),
                        p -> p.debit().yuan(),
                        p -> p.credit().yuan(),
                        p -> p.summary())
                .containsExactly(
                        tuple("主营业务成本", "28301.89", "0.00", "合作分佣 安家地产"),
                        tuple("应付账款", "0.00", "28301.89", "合作分佣 安家地产"));
    }

    @Test
    void a_cancelled_contract_takes_back_what_was_earned() {
        var contract = signed(AGENTS, null, List.of());
        pay(contract, PartyRole.BUYER, "50000.00");
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        shop.cancel(contract, "买方违约");

        assertThat(vested(contract)).isEqualTo(Money.ofYuan("0.00"));
    }

    @Test
    void what_was_earned_cannot_be_rewritten() {
        var contract = signed(AGENTS, null, List.of());
        pay(contract, PartyRole.BUYER, "50000.00");
        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));

        for (var change : List.of(
                "update commission_vesting set amount_fen = amount_fen + 1",
                "delete from commission_vesting",
                "update commission_share set amount_fen = amount_fen + 1",
                "delete from commission_share")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + change.replaceAll(".*(commission_\\w+).*", "$1"));
        }
    }

    /** A resale of 5,000,000 whose fee list is confirmed: 50,000.00 from either side. */
    private String signed(List<Agent> agents, @Nullable CoBroker coBroker, List<String> services) {
        var c = Shop.resale();
        return shop.confirmed(new NewContract(
                c.company(),
                c.externalNo(),
                c.fingerprint(),
                c.type(),
                c.storeCode(),
                c.city(),
                c.signedOn(),
                c.price(),
                c.monthlyRent(),
                c.address(),
                c.district(),
                c.area(),
                c.parties(),
                agents,
                coBroker,
                services,
                c.instalments(),
                null));
    }

    /** Cash for what a payer owes; the news of it is delivered. */
    private String pay(String contract, PartyRole payer, String yuan) {
        var owed = shop.receivables(contract).stream()
                .filter(r -> r.payer() == payer)
                .map(Receivable::number)
                .toList();
        var taken = cashier.take(
                owed,
                new Cashier.Asked("CASH", yuan, Map.of()),
                shop.clerk(),
                new Call("t-clerk", "POST payment", null, yuan));
        shop.settle();
        return Objects.requireNonNull(taken.receipt()).receiptNo();
    }

    private Money vested(String contract) {
        return Money.sum(
                commissions.ofContract(contract).stream().map(ShareView::vested).toList());
    }

    private Money amounts(String contract) {
        return Money.sum(
                commissions.ofContract(contract).stream().map(ShareView::amount).toList());
    }
}
