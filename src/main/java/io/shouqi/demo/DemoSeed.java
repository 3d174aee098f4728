package io.shouqi.demo;

import io.shouqi.contract.CoBroker;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.IdempotentCalls.Call;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plays a few weeks of a store on the real parts: contracts are signed, confirmed, paid, refused and cancelled. */
@Component
@Profile("demo")
class DemoSeed {

    private static final Logger log = LoggerFactory.getLogger(DemoSeed.class);

    private final DemoCompanies companies;
    private final DemoCases cases;
    private final Users users;
    private final SigningDesk signing;
    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final Cashier cashier;
    private final DemoHistory history;
    private final Clock clock;

    DemoSeed(
            DemoCompanies companies,
            DemoCases cases,
            Users users,
            SigningDesk signing,
            FeeListDesk feeLists,
            Contracts contracts,
            CollectionDesk collection,
            Cashier cashier,
            DemoHistory history,
            Clock clock) {
        this.companies = companies;
        this.cases = cases;
        this.users = users;
        this.signing = signing;
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.collection = collection;
        this.cashier = cashier;
        this.history = history;
        this.clock = clock;
    }

    /** The companies are there before anybody is let in; the contracts follow while the first page is opened. */
    @EventListener(ApplicationReadyEvent.class)
    void play() {
        if (Caller.SYSTEM.call(companies::open)) {
            var thread = new Thread(() -> Caller.SYSTEM.run(this::contracts), "demo-seed");
            thread.setDaemon(true);
            thread.start();
        }
        log.info("The demonstration is open: sign in as clerk, cashier, manager, finance … with the password demo");
    }

    private void contracts() {
        var clerk = users.byUsername("clerk").orElseThrow();
        var today = BusinessTime.today(clock);
        cases.play(clerk, today);
        waitingForTheCustomer(clerk, today);
        halfPaid(clerk, today);
        overdue(clerk, today);
        cancelled(clerk, today);
        closed(clerk, today);
        history.play(this::awaitReceivables);
        log.info("The demonstration has its contracts");
    }

    private void waitingForTheCustomer(Actor clerk, LocalDate today) {
        sign(
                DemoContracts.resale(2, today.minusDays(2), "8960000", "133.44", "朝阳区阜通东大街 6 号院 2-1801")
                        .onTerms(List.of("TRANSFER_SERVICE", "APPRAISAL"), DemoContracts.HALF_AND_HALF, null, null),
                clerk);
        sign(DemoContracts.newHome(3, today, "4800000", "69.53", "昌平区未来科学城 8 号院 5-1203"), clerk);
    }

    private void halfPaid(Actor clerk, LocalDate today) {
        var no = confirmed(
                DemoContracts.resale(4, today.minusDays(6), "5150000", "55.42", "东城区东直门外大街 48 号 12-703")
                        .onTerms(
                                List.of("MORTGAGE_SERVICE"),
                                DemoContracts.HALF_AND_HALF,
                                null,
                                new CoBroker("安家联行", new BigDecimal("30"))),
                clerk);
        var first = collection.ofContract(no).get(0);
        pay(first, "CASH", first.outstanding().yuan(), Map.of(), clerk);
    }

    private void overdue(Actor clerk, LocalDate today) {
        var no = confirmed(
                DemoContracts.resale(5, today.minusDays(40), "2880000", "47.00", "海淀区知春路 88 号 6-401")
                        .onTerms(
                                List.of(),
                                List.of(new io.shouqi.contract.InstalmentTerm(
                                        null, today.minusDays(10), BigDecimal.valueOf(100))),
                                null,
                                null),
                clerk);
        var first = collection.ofContract(no).get(0);
        pay(first, "TRANSFER", "10000.00", Map.of("bankReference", "ICBC20260001"), clerk);
    }

    private void cancelled(Actor clerk, LocalDate today) {
        var no = sign(DemoContracts.resale(6, today.minusDays(12), "1400000", "68.62", "朝阳区酒仙桥路 14 号 1-302"), clerk);
        signing.cancel(contracts.byNumber(no), "买方贷款未批，双方协商解除");
    }

    private void closed(Actor clerk, LocalDate today) {
        var resale = confirmed(
                DemoContracts.resale(7, today.minusDays(20), "5800000", "111.55", "朝阳区望京东园五区 118 号楼 8-901"), clerk);
        signing.reach(contracts.byNumber(resale), Milestone.REGISTRATION, today.minusDays(5), clerk);
        for (var receivable : collection.ofContract(resale)) {
            var slip = Map.of(
                    "terminal", "T01", "batch", "000012", "voucher", "0" + receivable.number(), "cardType", "DEBIT");
            pay(receivable, "CARD", receivable.outstanding().yuan(), cut(slip), clerk);
        }
        var rental =
                confirmed(DemoContracts.rental(8, today.minusDays(3), "6500", "75.66", "朝阳区花家地北里 9 号楼 2-204"), clerk);
        for (var receivable : collection.ofContract(rental)) {
            pay(receivable, "CASH", receivable.outstanding().yuan(), Map.of(), clerk);
        }
    }

    /** Voucher numbers of card slips are short. */
    private static Map<String, String> cut(Map<String, String> slip) {
        var copy = new java.util.HashMap<>(slip);
        copy.computeIfPresent("voucher", (k, v) -> v.substring(Math.max(0, v.length() - 6)));
        return copy;
    }

    private String sign(NewContract contract, Actor clerk) {
        return signing.sign(contract, clerk).contractNo();
    }

    private String confirmed(NewContract signed, Actor clerk) {
        var no = sign(signed, clerk);
        feeLists.confirm(contracts.byNumber(no), (PartyRole) null, "客户已在纸质清单上签字", clerk);
        awaitReceivables(no);
        return no;
    }

    private void pay(Receivable receivable, String method, String amount, Map<String, String> reference, Actor clerk) {
        cashier.take(
                List.of(receivable.number()),
                new Cashier.Asked(method, amount, reference),
                clerk,
                new Call(clerk.username(), "demo", null, ""));
    }

    private void awaitReceivables(String contractNo) {
        DemoCases.await(() -> !collection.ofContract(contractNo).isEmpty());
    }
}
