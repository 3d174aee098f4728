package io.shouqi.portal;

import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.Parties;
import io.shouqi.contract.Party;
import io.shouqi.identity.Actor;
import io.shouqi.portal.ContractView.LineView;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.vault.Masks;
import java.util.Comparator;
import java.util.List;
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

    Counters(Contracts contracts, Parties parties, NumberSearch search, CollectionDesk collection) {
        this.contracts = contracts;
        this.parties = parties;
        this.search = search;
        this.collection = collection;
    }

    /**
     * @param receivable the one that was asked for; null lets the words decide
     * @param words with which the contract was found: a payer's name or phone proposes that payer's debts
     */
    Counter of(Actor actor, String number, @Nullable String receivable, @Nullable String words) {
        var contract = contracts.visibleTo(actor, number);
        var names = FeeNames.of(
                contracts.feeList(number).lines().stream().map(LineView::of).toList());
        var open = collection.ofContract(number).stream()
                .filter(r -> r.outstanding().isPositive())
                .sorted(Comparator.comparing(Receivable::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var chosen = proposed(contract, open, receivable, words);
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
    private Predicate<Receivable> proposed(
            Contract contract, List<Receivable> open, @Nullable String receivable, @Nullable String words) {
        if (receivable != null) {
            return r -> r.number().equals(receivable);
        }
        var payer = contract.parties().stream()
                .filter(p -> words != null
                        && (p.name().equals(words.strip()) || search.of(words).matches(p)))
                .map(Party::role)
                .filter(role -> open.stream().anyMatch(r -> r.payer() == role))
                .findFirst()
                .or(() -> open.stream().map(Receivable::payer).findFirst());
        var anyDue = open.stream().anyMatch(r -> payer.filter(r.payer()::equals).isPresent() && r.dueOn() != null);
        return r -> payer.filter(r.payer()::equals).isPresent() && (r.dueOn() != null || !anyDue);
    }

    private String phone(Contract contract, PartyRole role) {
        return parties.open(contract, role).map(p -> Masks.phone(p.phone())).orElse("");
    }
}
