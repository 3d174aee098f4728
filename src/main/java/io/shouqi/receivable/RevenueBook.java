package io.shouqi.receivable;

import io.shouqi.ledger.Account;
import io.shouqi.ledger.Entry;
import io.shouqi.ledger.Journal;
import io.shouqi.ledger.Voucher;
import io.shouqi.pricing.TaxRates;
import io.shouqi.pricing.TaxSplit;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The vouchers of a receivable: revenue and tax when it falls due, the same in red when it is taken back. */
@Component
class RevenueBook {

    private final Journal journal;
    private final TaxRates taxes;

    RevenueBook(Journal journal, TaxRates taxes) {
        this.journal = journal;
        this.taxes = taxes;
    }

    void recogniseIfDue(Receivable receivable, LocalDate today) {
        var dueOn = receivable.dueOn();
        if (receivable.recognised() || dueOn == null || dueOn.isAfter(today)) {
            return;
        }
        // entrusted money is never revenue
        if (!receivable.entrusted()) {
            journal.post(due(receivable, today));
        }
        receivable.recognise();
    }

    private Voucher due(Receivable receivable, LocalDate day) {
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(Account.RECEIVABLE, receivable.outstanding()).of(receivable.payerName()));
        entries.add(Entry.debit(Account.ADVANCE, receivable.paid()).of(receivable.payerName()));
        entries.addAll(revenue(receivable));
        return voucher(receivable, day, Voucher.Event.DUE, "应收 " + receivable.payerName(), entries);
    }

    private List<Entry> revenue(Receivable receivable) {
        var split = split(receivable, receivable.amount());
        return List.of(Entry.credit(Account.REVENUE, split.net()), Entry.credit(Account.OUTPUT_VAT, split.tax()));
    }

    private TaxSplit split(Receivable receivable, Money amount) {
        var treatment = receivable.tax();
        var dueOn = Objects.requireNonNull(receivable.dueOn());
        var rate = treatment == null ? BigDecimal.ZERO : taxes.rate(receivable.company(), treatment, dueOn);
        return taxes.split(amount, rate);
    }

    /** Red revenue for all of it, and what was paid handed to the customer's credit. */
    void reverse(Receivable receivable, LocalDate day) {
        var entries = takeBack(receivable, receivable.amount(), receivable.paid());
        journal.post(voucher(receivable, day, Voucher.Event.REVERSED, "撤销 " + receivable.payerName(), entries));
    }

    /**
     * The same for a part of it, before the receivable itself is reduced.
     *
     * @param source number of what made it less
     */
    void reduce(Receivable receivable, Money less, Money givenBack, String source, LocalDate day) {
        journal.post(new Voucher(
                receivable.company(),
                receivable.storeCode(),
                day,
                Voucher.Event.ADJUSTED,
                source + "/" + receivable.number(),
                receivable.contractNo(),
                "补差 " + receivable.payerName(),
                takeBack(receivable, less, givenBack)));
    }

    private List<Entry> takeBack(Receivable receivable, Money less, Money givenBack) {
        var entries = new ArrayList<Entry>();
        if (receivable.recognised() && !receivable.entrusted()) {
            entries.add(Entry.debit(Account.RECEIVABLE, less.negated()).of(receivable.payerName()));
            // what was booked less what stays booked, so that parts taken back one by one sum to all of it
            var booked = split(receivable, receivable.amount());
            var stays = split(receivable, receivable.amount().minus(less));
            entries.add(Entry.credit(Account.REVENUE, stays.net().minus(booked.net())));
            entries.add(Entry.credit(Account.OUTPUT_VAT, stays.tax().minus(booked.tax())));
        }
        entries.add(Entry.debit(receivable.creditAccount(), givenBack).of(receivable.payerName()));
        entries.add(Entry.credit(Account.CUSTOMER_CREDIT, givenBack).of(receivable.payerName()));
        return entries;
    }

    private static Voucher voucher(
            Receivable receivable, LocalDate day, Voucher.Event event, String summary, List<Entry> entries) {
        return new Voucher(
                receivable.company(),
                receivable.storeCode(),
                day,
                event,
                receivable.number(),
                receivable.contractNo(),
                summary,
                entries);
    }
}
