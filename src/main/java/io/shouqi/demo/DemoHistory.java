package io.shouqi.demo;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.payment.Cashier;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two months of three stores, played on the real parts at the hours they would have happened, so that figures move. */
@Component
@Profile("demo")
class DemoHistory {

    private static final int DEALS = 36;
    private static final int FIRST_NUMBER = 101;
    private static final Duration LINKS_ARE_GOOD = Duration.ofDays(2);

    private final DemoClock clock;
    private final Users users;
    private final SigningDesk signing;
    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final Cashier cashier;

    DemoHistory(
            DemoClock clock,
            Users users,
            SigningDesk signing,
            FeeListDesk feeLists,
            Contracts contracts,
            CollectionDesk collection,
            Cashier cashier) {
        this.clock = clock;
        this.users = users;
        this.signing = signing;
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.collection = collection;
        this.cashier = cashier;
    }

    private record Played(int deal, String contractNo) {}

    /** @param settled waits until a contract has its receivables */
    void play(Consumer<String> settled) {
        var office = users.byUsername("business-system").orElseThrow();
        var clerk = users.byUsername("clerk").orElseThrow();
        var played = new ArrayList<Played>();
        for (var deal = 0; deal < DEALS; deal++) {
            played.add(new Played(deal, signed(deal, isOwn(deal) ? clerk : office)));
        }
        for (var each : played) {
            settled.accept(each.contractNo());
            paid(each, isOwn(each.deal()) ? clerk : office);
        }
    }

    /** Every second deal is the first store's. */
    private static boolean isOwn(int deal) {
        return deal % 2 == 0;
    }

    private String signed(int deal, Actor actor) {
        var opening = openingOf(deal);
        var signed = contract(deal, BusinessTime.dayOf(opening));
        // entered while the links of its fee list are still good: older ones would expire at once
        var entered = Instant.now().minus(LINKS_ARE_GOOD);
        var number = clock.at(
                opening.isAfter(entered) ? opening : entered,
                () -> signing.sign(signed, actor).contractNo());
        return clock.at(opening, () -> {
            feeLists.confirm(contracts.byNumber(number), (PartyRole) null, "客户已在纸质清单上签字", actor);
            return number;
        });
    }

    /** The older ones first, some on the same day. */
    private static Instant openingOf(int deal) {
        var day = BusinessTime.dayOf(Instant.now()).minusDays(60 - deal * 59L / DEALS);
        return BusinessTime.startOf(day).plus(Duration.ofMinutes(540 + deal * 37L % 480));
    }

    private static NewContract contract(int deal, LocalDate day) {
        var number = FIRST_NUMBER + deal;
        var contract = deal % 5 == 3
                ? DemoContracts.rental(number, day, RENTS.get(deal % RENTS.size()), "68.00", address(deal))
                : deal % 11 == 7
                        ? DemoContracts.newHome(number, day, "4350000", "72.10", address(deal))
                        : DemoContracts.resale(number, day, PRICES.get(deal % PRICES.size()), "76.40", address(deal));
        return isOwn(deal) ? contract : DemoContracts.in(deal % 4 == 1 ? "BJ02" : "SH01", contract);
    }

    private static String address(int deal) {
        return STREETS.get(deal % STREETS.size()) + (deal + 3) + " 号楼 " + (deal % 6 + 1) + "-"
                + (301 + deal * 100 % 1500);
    }

    /** Most pay within days, some half, some not yet. */
    private void paid(Played played, Actor actor) {
        var deal = played.deal();
        if (deal % 9 == 4) {
            return;
        }
        for (var receivable : collection.ofContract(played.contractNo())) {
            var moment = openingOf(deal).plus(Duration.ofHours(deal % 4 * 26L + 1));
            var amount = deal % 7 == 5 ? Money.ofFen(receivable.outstanding().fen() / 2) : receivable.outstanding();
            if (moment.isBefore(Instant.now()) && amount.isPositive()) {
                clock.at(moment, () -> pay(receivable, amount, deal, actor));
            }
        }
    }

    private Cashier.Taken pay(Receivable receivable, Money amount, int deal, Actor actor) {
        var digits = receivable.number().substring(receivable.number().length() - 6);
        var asked = switch (deal % 3) {
            case 0 -> new Cashier.Asked("CASH", amount.yuan(), Map.of());
            case 1 -> new Cashier.Asked("TRANSFER", amount.yuan(), Map.of("bankReference", "ICBC" + digits));
            default ->
                new Cashier.Asked(
                        "CARD",
                        amount.yuan(),
                        Map.of("terminal", "T01", "batch", "000013", "voucher", digits, "cardType", "DEBIT"));
        };
        return cashier.take(List.of(receivable.number()), asked, actor, new Call(actor.username(), "demo", null, ""));
    }

    private static final List<String> PRICES =
            List.of("2200000", "5150000", "2880000", "8960000", "1400000", "5800000", "3650000");
    private static final List<String> RENTS = List.of("6500", "8200", "4800");
    private static final List<String> STREETS = List.of("望京西园四区 ", "知春路 ", "阜通东大街 ", "花家地北里 ", "酒仙桥路 ");
}
