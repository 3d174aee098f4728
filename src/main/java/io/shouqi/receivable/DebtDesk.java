package io.shouqi.receivable;

import io.shouqi.contract.Contract;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import io.shouqi.outbox.Outbox;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what the payers of a contract owe, after the fee list was confirmed. The caller holds the contract; the
 * receivables are locked here in number order, as payments do.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DebtDesk {

    private final Receivables receivables;
    private final RevenueBook books;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final BusinessNumbers numbers;
    private final LiveNews news;
    private final Clock clock;

    DebtDesk(
            Receivables receivables,
            RevenueBook books,
            Outbox outbox,
            ApplicationEventPublisher events,
            BusinessNumbers numbers,
            LiveNews news,
            Clock clock) {
        this.receivables = receivables;
        this.books = books;
        this.outbox = outbox;
        this.events = events;
        this.numbers = numbers;
        this.news = news;
        this.clock = clock;
    }

    /** What is asked for under each treatment, paid or not; what is cancelled is not asked for. */
    public Map<Treatment, Money> owed(String contractNo) {
        return alive(receivables.findByContractNoOrderByNumber(contractNo)).stream()
                .collect(Collectors.toMap(Treatment::of, Receivable::amount, Money::plus));
    }

    /** @param source number of what changes it; each changes a contract once */
    public void adjust(Contract contract, String source, List<DebtChange> changes) {
        var owed = alive(receivables.lockContract(contract.number()));
        var today = BusinessTime.today(clock);
        var givenBack = new ArrayList<DebtsAdjusted.GivenBack>();
        for (var change : changes) {
            if (change.delta().isNegative()) {
                var same = owed.stream()
                        .filter(r -> Treatment.of(r).equals(change.treatment()))
                        .toList();
                for (var reduction :
                        Reduction.of(same, change.feeCodes(), change.delta().negated())) {
                    reduce(reduction, source, today);
                    if (reduction.givenBack().isPositive()) {
                        givenBack.add(new DebtsAdjusted.GivenBack(
                                reduction.receivable().number(), reduction.givenBack()));
                    }
                }
            } else if (change.delta().isPositive()) {
                open(contract, change, owed, today);
            }
        }
        events.publishEvent(
                new DebtsAdjusted(contract.company(), contract.storeCode(), contract.number(), source, givenBack));
        news.announce(LiveKind.MONEY, contract.company(), contract.storeCode());
    }

    private void reduce(Reduction reduction, String source, LocalDate today) {
        var receivable = reduction.receivable();
        books.reduce(receivable, reduction.less(), reduction.givenBack(), source, today);
        receivable.reduce(reduction.less(), reduction.givenBack());
        outbox.publish(
                receivable.status() == ReceivableStatus.SETTLED
                        ? new ReceivableSettled(receivable.company(), receivable.number(), receivable.contractNo())
                        // its process looks again, and ends where nothing is left
                        : new ReceivableChanged(receivable.company(), receivable.number()));
    }

    /** What is more is due at once: the instalments of the plan were agreed as they are. */
    private void open(Contract contract, DebtChange change, List<Receivable> owed, LocalDate today) {
        var treatment = change.treatment();
        var last = owed.stream()
                .filter(r -> Treatment.of(r).equals(treatment))
                .mapToInt(Receivable::instalment)
                .max()
                .orElse(0);
        var part = new Instalment(
                treatment.payer(),
                change.payerName(),
                change.feeCodes(),
                treatment.entrusted(),
                treatment.tax(),
                last + 1,
                null,
                today,
                change.delta());
        var receivable = receivables.save(
                new Receivable(numbers.next("R"), contract.company(), contract.storeCode(), contract.number(), part));
        books.recogniseIfDue(receivable, today);
    }

    private static List<Receivable> alive(List<Receivable> all) {
        return all.stream()
                .filter(r -> r.status() != ReceivableStatus.CANCELLED)
                .toList();
    }
}
