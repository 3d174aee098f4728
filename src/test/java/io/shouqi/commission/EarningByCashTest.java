package io.shouqi.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.shouqi.ShouqiTest;
import io.shouqi.contract.Agent;
import io.shouqi.contract.CoBroker;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.SigningDesk;
import io.shouqi.ledger.TrialBalance;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ShouqiTest
@TestPropertySource(properties = "shouqi.outbox.automatic=false")
class EarningByCashTest {

    private static final CoBroker ANJIA = new CoBroker("安家地产", new BigDecimal("30"));

    @Autowired
    private Commissions commissions;

    @Autowired
    private CommissionDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SigningDesk signing;

    @Autowired
    private TrialBalance books;

    private Deals deals;

    @BeforeEach
    void aBrokerage(@Autowired ApplicationContext product) {
        deals = new Deals(product);
    }

    @Test
    void half_the_money_earns_half_of_every_share() {
        var contract = deals.signed(null);

        deals.pay(contract, PartyRole.BUYER, "50000.00");
        awaitVested(contract, "47169.81");

        assertThat(commissions.ofContract(contract))
                .extracting(
                        ShareView::beneficiary,
                        s -> s.amount().yuan(),
                        s -> s.vested().yuan())
                .containsExactly(
                        tuple("wang", "18867.92", "9433.96"),
                        tuple("li", "28301.89", "14150.95"),
                        tuple("zhao", "47169.81", "23584.90"));
    }

    @Test
    void nothing_is_shared_out_before_money_comes() {
        var contract = deals.signed(null);

        assertThat(commissions.ofContract(contract)).isEmpty();
    }

    @Test
    void money_collected_for_others_earns_no_commission() {
        var contract = deals.signed(Deals.AGENTS, null, List.of("APPRAISAL"));
        var owed = deals.receivables(contract);
        var entrusted = owed.stream().filter(r -> r.entrusted()).findFirst().orElseThrow();

        deals.pay(
                contract,
                PartyRole.BUYER,
                owed.stream()
                        .filter(r -> r.payer() == PartyRole.BUYER)
                        .map(r -> r.amount())
                        .reduce(Money.ZERO, Money::plus)
                        .yuan());
        awaitVested(contract, "47169.81");

        assertThat(entrusted.amount()).isEqualTo(Money.ofYuan("15000.00"));
        assertThat(amounts(contract)).isEqualTo(Money.ofYuan("94339.62"));
    }

    @Test
    void the_same_news_twice_earns_once() {
        var contract = deals.signed(null);
        var receipt = deals.pay(contract, PartyRole.BUYER, "50000.00");
        awaitVested(contract, "47169.81");

        desk.vest(contract, receipt.receiptNo());
        desk.vest(contract, receipt.receiptNo());

        assertThat(vested(contract)).isEqualTo(Money.ofYuan("47169.81"));
        assertThat(jdbc.sql("select count(*) from commission_vesting where source = ?")
                        .param(receipt.receiptNo())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void ten_at_once_share_out_a_contract_once() throws Exception {
        var contract = deals.signed(ANJIA);
        deals.pay(contract, PartyRole.BUYER, "50000.00");
        var threads = Executors.newFixedThreadPool(10);
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
        var contract = deals.signed(agents, ANJIA, List.of());

        for (var yuan : List.of("0.01", "16666.66", "33333.33")) {
            deals.pay(contract, PartyRole.BUYER, yuan);
        }
        deals.pay(contract, PartyRole.SELLER, "50000.00");
        awaitStatus(contract, ContractStatus.CLOSED);

        assertThat(commissions.ofContract(contract))
                .allMatch(share -> share.vested().equals(share.amount()))
                .extracting(ShareView::kind, ShareView::name, s -> s.amount().yuan())
                .containsExactly(
                        tuple(BeneficiaryKind.CO_BROKER, "安家地产", "28301.89"),
                        tuple(BeneficiaryKind.AGENT, "王明", "4402.52"),
                        tuple(BeneficiaryKind.AGENT, "孙丽", "4402.52"),
                        tuple(BeneficiaryKind.AGENT, "钱进", "4402.51"),
                        tuple(BeneficiaryKind.STORE, "朝阳门店", "19811.32"),
                        tuple(BeneficiaryKind.AGENT, "赵强", "33018.86"));
        assertThat(amounts(contract)).isEqualTo(Money.ofYuan("94339.62"));
    }

    @Test
    void the_co_broker_is_owed_its_part_of_the_net_in_the_books() {
        var contract = deals.signed(ANJIA);
        deals.pay(contract, PartyRole.BUYER, "50000.00");
        deals.pay(contract, PartyRole.SELLER, "50000.00");

        awaitStatus(contract, ContractStatus.CLOSED);

        assertThat(books.about(Deals.COMPANY, contract))
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
        var contract = deals.signed(null);
        deals.pay(contract, PartyRole.BUYER, "50000.00");
        awaitVested(contract, "47169.81");

        signing.cancel(deals.contracts().byNumber(contract), "买方违约");

        awaitVested(contract, "0.00");
    }

    @Test
    void what_was_earned_cannot_be_rewritten() {
        var contract = deals.signed(null);
        deals.pay(contract, PartyRole.BUYER, "50000.00");
        awaitVested(contract, "47169.81");

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

    private void awaitVested(String contract, String yuan) {
        await().untilAsserted(() -> {
            deals.run();
            assertThat(vested(contract)).isEqualTo(Money.ofYuan(yuan));
        });
    }

    private void awaitStatus(String contract, ContractStatus status) {
        await().untilAsserted(() -> {
            deals.run();
            assertThat(deals.contracts().byNumber(contract).status()).isEqualTo(status);
        });
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
