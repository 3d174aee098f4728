package io.shouqi.portal.till;

import io.shouqi.adjustment.Adjustments;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Parties;
import io.shouqi.contract.Party;
import io.shouqi.identity.Actor;
import io.shouqi.payment.Receipts;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.portal.FeeNames;
import io.shouqi.portal.NumberSearch;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.vault.Masks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a contract for the cashier: what is open, and what the person at the counter most likely pays. */
@Component
@Transactional(readOnly = true)
class Counters {

    private final Contracts contracts;
    private final Parties parties;
    private final NumberSearch search;
    private final CollectionDesk collection;
    private final Receipts receipts;
    private final Adjustments adjustments;

    Counters(
            Contracts contracts,
            Parties parties,
            NumberSearch search,
            CollectionDesk collection,
            Receipts receipts,
            Adjustments adjustments) {
        this.contracts = contracts;
        this.parties = parties;
        this.search = search;
        this.collection = collection;
        this.receipts = receipts;
        this.adjustments = adjustments;
    }

    /**
     * How the counter was opened.
     *
     * @param receivable the one to collect
     * @param words with which the contract was found: a payer's name or phone proposes that payer's debts
     * @param after number of a receipt that was just given; the same payer goes on paying
     */
    record Asked(
            @Nullable String receivable,
            @Nullable String words,
            @Nullable String after) {}

    /**
     * @param asked what was asked for; otherwise whose debt falls due first is proposed
     */
    Counter of(Actor actor, String number, Asked asked) {
        var contract = contracts.visibleTo(actor, number);
        var names = FeeNames.of(
                contracts.feeList(number).lines().stream().map(LineView::of).toList(), adjustments.done(number));
        var open = collection.ofContract(number).stream()
                .filter(r -> r.outstanding().isPositive())
                .sorted(Comparator.comparing(Receivable::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var chosen = proposed(contract, open, asked);
        return new Counter(
                number,
                contract.status(),
                contract.address(),
                open.stream()
                        .map(r -> new Counter.Debt(
                                ReceivableView.of(r),
                                names.of(r.feeCodes()),
                                phone(contract, r.payer()),
                                chosen.test(r)))
                        .toList(),
                UUID.randomUUID().toString());
    }

    /** What is due of one payer: whoever was looked for, else whose debt falls due first. */
    private Predicate<Receivable> proposed(Contract contract, List<Receivable> open, Asked asked) {
        if (asked.receivable() != null) {
            return r -> r.number().equals(asked.receivable());
        }
        var payer = person(contract, asked)
                .filter(role -> open.stream().anyMatch(r -> r.payer() == role))
                .or(() -> open.stream().map(Receivable::payer).findFirst());
        var anyDue = open.stream().anyMatch(r -> payer.filter(r.payer()::equals).isPresent() && r.dueOn() != null);
        return r -> payer.filter(r.payer()::equals).isPresent() && (r.dueOn() != null || !anyDue);
    }

    private Optional<PartyRole> person(Contract contract, Asked asked) {
        var words = asked.words();
        if (words != null) {
            var numbers = search.of(words);
            return contract.parties().stream()
                    .filter(p -> p.name().equals(words.strip()) || numbers.matches(p))
                    .map(Party::role)
                    .findFirst();
        }
        var after = asked.after();
        return after == null
                ? Optional.empty()
                : receipts.find(after).stream()
                        .flatMap(receipt -> receipts.allocations(receipt.number()).stream())
                        .flatMap(part -> collection.ofContract(contract.number()).stream()
                                .filter(r -> r.number().equals(part.receivableNo())))
                        .map(Receivable::payer)
                        .findFirst();
    }

    private String phone(Contract contract, PartyRole role) {
        return parties.open(contract, role).map(p -> Masks.phone(p.phone())).orElse("");
    }
}
