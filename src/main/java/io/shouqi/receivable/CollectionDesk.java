package io.shouqi.receivable;

import io.shouqi.contract.ConfirmedPlan;
import io.shouqi.contract.MilestoneReached;
import io.shouqi.identity.Actor;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import io.shouqi.outbox.Outbox;
import io.shouqi.outbox.OutboxEvent;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens receivables, sets them due, gives money to them, and takes them back. */
@Service
@Transactional
public class CollectionDesk {

    private final Receivables receivables;
    private final RevenueBook books;
    private final Outbox outbox;
    private final BusinessNumbers numbers;
    private final Clock clock;
    private final LiveNews news;

    CollectionDesk(
            Receivables receivables,
            RevenueBook books,
            Outbox outbox,
            BusinessNumbers numbers,
            Clock clock,
            LiveNews news) {
        this.receivables = receivables;
        this.books = books;
        this.outbox = outbox;
        this.numbers = numbers;
        this.clock = clock;
        this.news = news;
    }

    /** Opens the receivables of a confirmed plan; asked again, it answers with those it opened before. */
    List<String> open(ConfirmedPlan plan) {
        var known = receivables.findByContractNoOrderByNumber(plan.contractNo());
        if (!known.isEmpty()) {
            return known.stream().map(Receivable::number).toList();
        }
        var opened = new ArrayList<String>();
        for (var part : Instalment.of(plan)) {
            var receivable = receivables.save(
                    new Receivable(numbers.next("R"), plan.company(), plan.storeCode(), plan.contractNo(), part));
            books.recogniseIfDue(receivable, BusinessTime.today(clock));
            opened.add(receivable.number());
        }
        news.announce(LiveKind.MONEY, plan.company(), plan.storeCode());
        return opened;
    }

    public List<Receivable> ofContract(String contractNo) {
        return receivables.findByContractNoOrderByNumber(contractNo);
    }

    /** Numbers of what one payer of a contract owes or owed. */
    public Set<String> numbersOf(String contractNo, PartyRole payer) {
        return ofContract(contractNo).stream()
                .filter(receivable -> receivable.payer() == payer)
                .map(Receivable::number)
                .collect(Collectors.toSet());
    }

    /** @throws Refusal 404 outside of the actor's stores, as if there were no such receivable */
    public Receivable visibleTo(Actor actor, String number) {
        var receivable =
                receivables.findByNumber(number).orElseThrow(() -> Refusal.unknown("receivable.unknown", number));
        actor.requireStore(receivable.company(), receivable.storeCode(), "receivable.unknown", number);
        return receivable;
    }

    /** Locks receivables in number order until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Receivable> lock(Collection<String> wanted) {
        var distinct = Set.copyOf(wanted);
        var locked = distinct.size() == 1
                ? receivables.lockOne(distinct.iterator().next()).stream().toList()
                : receivables.lock(distinct);
        if (locked.size() != distinct.size()) {
            throw Refusal.unknown("receivable.unknown", wanted);
        }
        return locked;
    }

    /**
     * Gives money to locked receivables, the first in number order first.
     *
     * @return where it went; the caller posts it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation allocate(List<Receivable> locked, Money received) {
        var parts = new ArrayList<Allocation.Part>();
        var settled = new ArrayList<OutboxEvent>();
        var settledNumbers = new ArrayList<String>();
        var rest = received;
        for (var receivable : locked) {
            var left = receivable.take(rest);
            var taken = rest.minus(left);
            if (taken.isPositive()) {
                parts.add(new Allocation.Part(
                        receivable.number(), taken, receivable.creditAccount(), receivable.payerName()));
            }
            if (taken.isPositive() && receivable.status() == ReceivableStatus.SETTLED) {
                settledNumbers.add(receivable.number());
                settled.add(new ReceivableSettled(receivable.company(), receivable.number(), receivable.contractNo()));
            }
            rest = left;
        }
        outbox.publish(settled);
        return new Allocation(parts, rest, settledNumbers);
    }

    /**
     * Takes money back from locked receivables.
     *
     * @param paid how much from each, by number
     * @return what was taken from where; the caller posts it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Allocation.Part> takeBack(List<Receivable> locked, Map<String, Money> paid) {
        return locked.stream()
                .map(receivable -> {
                    var amount = paid.getOrDefault(receivable.number(), Money.ZERO);
                    receivable.giveBack(amount, BusinessTime.today(clock));
                    return new Allocation.Part(
                            receivable.number(), amount, receivable.creditAccount(), receivable.payerName());
                })
                .toList();
    }

    /** Sets due what waited for this step of the deal, in the transaction of the report. */
    @EventListener
    void on(MilestoneReached event) {
        for (var receivable : receivables.lockWaitingFor(event.contractNo(), event.milestone())) {
            receivable.fallDue(event.reachedOn());
            books.recogniseIfDue(receivable, BusinessTime.today(clock));
            outbox.publish(new ReceivableChanged(receivable.company(), receivable.number()));
            news.announce(LiveKind.MONEY, receivable.company(), receivable.storeCode());
        }
    }

    /** Takes back all that is open of a contract; what was paid becomes the customer's credit. */
    void reverse(String contractNo) {
        for (var receivable : receivables.lockContract(contractNo)) {
            if (receivable.status() == ReceivableStatus.CANCELLED) {
                continue;
            }
            books.reverse(receivable, BusinessTime.today(clock));
            var paid = receivable.cancel();
            outbox.publish(new ReceivableCancelled(
                    receivable.company(),
                    receivable.storeCode(),
                    contractNo,
                    receivable.number(),
                    receivable.payer(),
                    paid));
        }
    }

    public String payerName(String number) {
        return byNumber(number).payerName();
    }

    Receivable byNumber(String number) {
        return receivables.findByNumber(number).orElseThrow(() -> Refusal.unknown("receivable.unknown", number));
    }
}
