package io.shouqi.adjustment;

import static io.shouqi.adjustment.CorrectedFirm.ANJIA;
import static io.shouqi.adjustment.CorrectedFirm.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.ShouqiTest;
import io.shouqi.TestClock;
import io.shouqi.commission.Commissions;
import io.shouqi.commission.ShareView;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.payment.CustomerCredit;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals, payments, corrections and cancellations in any order: every fen stays where it belongs. */
@ShouqiTest
class RandomAdjustmentsTest {

    private static final int DEALS = 8;
    private static final int ROUNDS = 4;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private CustomerCredit credit;

    @Autowired
    private Commissions commissions;

    @Autowired
    private TestClock clock;

    @Autowired
    @EveryRow
    private JdbcClient rows;

    private CorrectedFirm firm;
    private final Random random = new Random(20231);
    private final Map<String, Money> received = new HashMap<>();

    @BeforeEach
    void settle() {
        clock.set(clock.instant());
        firm = new CorrectedFirm(application);
    }

    @Test
    void whatever_happens_in_whatever_order_lists_debts_receipts_credit_books_and_shares_agree() {
        var contracts = new ArrayList<String>();
        for (var i = 0; i < DEALS; i++) {
            var price = Integer.toString(1_000_000 + random.nextInt(8_000_000));
            contracts.add(firm.signed(price, random.nextBoolean() ? ANJIA : null, plan()));
        }
        var carriedOut = 0;
        for (var round = 0; round < ROUNDS; round++) {
            for (var contract : contracts) {
                payPart(contract);
            }
            var version = firm.correctTo(tariff());
            for (var contract : contracts) {
                carriedOut += adjust(version, contract) ? 1 : 0;
                check(contract);
            }
        }
        for (var i = 0; i < DEALS; i += 3) {
            if (firm.contract(contracts.get(i)).status() == ContractStatus.COLLECTING) {
                firm.cancel(contracts.get(i));
            }
        }
        for (var contract : contracts) {
            if (firm.contract(contract).status() == ContractStatus.COLLECTING) {
                payOpen(contract);
            }
            check(contract);
        }
        assertThat(carriedOut).isGreaterThan(DEALS);
    }

    private InstalmentTerm[] plan() {
        return random.nextBoolean()
                ? new InstalmentTerm[] {at(Milestone.SIGNING, "100")}
                : new InstalmentTerm[] {
                    at(Milestone.SIGNING, "33.33"), at(Milestone.TRANSFER, "41.17"), at(Milestone.HANDOVER, "25.5")
                };
    }

    /** Commission by either side, sometimes a fee beside it, money for others or another tax. */
    private String tariff() {
        var lines = new ArrayList<String>();
        lines.add("COMMISSION | 佣金 | 基本 | 二手房 | | | 买方 | | | | 全额 | %d.%02d%% | | | | 一般纳税人"
                .formatted(random.nextInt(2), 1 + random.nextInt(99)));
        if (random.nextInt(4) > 0) {
            lines.add("COMMISSION | 佣金 | 基本 | 二手房 | | | 卖方 | | | | 全额 | 0.%02d%% | | | | 一般纳税人"
                    .formatted(1 + random.nextInt(99)));
        }
        if (random.nextBoolean()) {
            lines.add("SERVICE | 服务费 | 基本 | 二手房 | | | 买方 | | | | 固定 | | %d.%02d | | | 一般纳税人"
                    .formatted(random.nextInt(9000), random.nextInt(100)));
        }
        if (random.nextBoolean()) {
            lines.add("APPRAISAL | 评估费 | 基本 | 二手房 | | | 卖方 | | | | 固定 | | %d | | | 代收"
                    .formatted(1 + random.nextInt(3000)));
        }
        return String.join("\n", lines);
    }

    private void payPart(String contract) {
        if (firm.contract(contract).status() != ContractStatus.COLLECTING) {
            return;
        }
        for (var payer : List.of(PartyRole.BUYER, PartyRole.SELLER)) {
            var open = open(contract, payer);
            if (random.nextInt(3) > 0 && open.isPositive()) {
                pay(contract, payer, Money.ofFen(1 + (long) (random.nextDouble() * open.fen())));
            }
        }
        if (random.nextInt(6) == 0) {
            payOpen(contract);
        }
    }

    private void payOpen(String contract) {
        for (var payer : List.of(PartyRole.BUYER, PartyRole.SELLER)) {
            var open = open(contract, payer);
            if (open.isPositive()) {
                pay(contract, payer, open);
            }
        }
    }

    private void pay(String contract, PartyRole payer, Money amount) {
        firm.pay(contract, payer, amount.yuan());
        received.merge(contract, amount, Money::plus);
    }

    private Money open(String contract, PartyRole payer) {
        return Money.sum(
                firm.of(contract, payer).stream().map(Receivable::outstanding).toList());
    }

    private boolean adjust(int version, String contract) {
        final String number;
        try {
            number = firm.propose("finance", version, contract);
        } catch (Refusal settled) {
            assertThat(settled.code()).isIn("adjustment.settledMore", "adjustment.same");
            return false;
        }
        firm.decide(contract, "manager", random.nextInt(8) == 0 ? "REJECT" : "APPROVE");
        if (firm.adjustment(number).status() == AdjustmentStatus.AWAITING_CONSENT) {
            firm.consent(contract, random.nextInt(5) == 0 ? "DECLINED" : "AGREED");
        }
        return firm.adjustment(number).status() == AdjustmentStatus.DONE;
    }

    private void check(String contract) {
        CrossCheck.of(firm.rules.code, rows);
        var used = Money.sum(firm.receivables(contract).stream()
                .filter(r -> r.status() != ReceivableStatus.CANCELLED)
                .map(Receivable::paid)
                .toList());
        assertThat(used.plus(credit.of(contract)))
                .as("what came in is used or the customer's: " + contract)
                .isEqualTo(received.getOrDefault(contract, Money.ZERO));
        var shares = commissions.ofContract(contract);
        var earned = Money.sum(shares.stream().map(ShareView::vested).toList());
        if (firm.contract(contract).status() == ContractStatus.CLOSED) {
            // paid before its milestone it is a liability still, but earned
            if (balance(contract, "2205").isZero()) {
                assertThat(earned).isEqualTo(balance(contract, "6001"));
            }
            assertThat(shares).allMatch(share -> share.vested().equals(share.amount()));
            assertThat(balance(contract, "2202"))
                    .isEqualTo(
                            firm.contract(contract).coBroker() == null
                                    ? Money.ZERO
                                    : shares.get(0).vested());
        }
        if (firm.contract(contract).status() == ContractStatus.CANCELLED) {
            assertThat(earned).isEqualTo(Money.ZERO);
            for (var account : List.of("1122", "2205", "224101", "6001", "222101")) {
                assertThat(balance(contract, account)).as(account).isEqualTo(Money.ZERO);
            }
        }
    }

    private Money balance(String contract, String account) {
        return CrossCheck.balance(contract, account, rows);
    }
}
