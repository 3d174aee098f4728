package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.ledger.Account;
import io.shouqi.ledger.Entry;
import io.shouqi.ledger.Voucher;
import io.shouqi.receivable.Allocation;
import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How received money stands in the books. Pure: a receipt and its allocation in, a balanced voucher out. */
final class ReceiptVoucher {

    private ReceiptVoucher() {}

    static Voucher allocated(Receipt receipt, Allocation allocation) {
        var entries = entries(receipt, allocation.parts(), allocation.rest());
        return voucher(receipt, Voucher.Event.RECEIVED, "收款 " + party(receipt.payerName()), entries);
    }

    /**
     * The same in red. Money for what has fallen due meanwhile is taken from the receivable's account, not from the
     * liability it was credited to.
     *
     * @param parts with the accounts that hold the money now
     */
    static Voucher reversed(
            Receipt receipt, String reversalNo, List<Allocation.Part> parts, Money rest, LocalDate day) {
        return new Voucher(
                receipt.company(),
                receipt.storeCode(),
                day,
                Voucher.Event.REVERSED,
                reversalNo,
                receipt.contractNo(),
                "冲销 " + receipt.number() + " " + party(receipt.payerName()),
                entries(receipt, parts, rest).stream().map(Entry::red).toList());
    }

    private static List<Entry> entries(Receipt receipt, List<Allocation.Part> parts, Money rest) {
        var entrusted = Money.sum(parts.stream()
                .filter(p -> p.account() == Account.ENTRUSTED)
                .map(Allocation.Part::amount)
                .toList());
        var entries = new ArrayList<>(received(receipt, entrusted));
        entries.addAll(credits(parts));
        entries.add(Entry.credit(Account.CUSTOMER_CREDIT, rest).of(party(receipt.payerName())));
        return entries;
    }

    static Voucher suspended(Receipt receipt) {
        var entries = new ArrayList<>(received(receipt, Money.ZERO));
        entries.add(Entry.credit(Account.SUSPENSE, receipt.amount()));
        return voucher(receipt, Voucher.Event.SUSPENDED, "待查款项", entries);
    }

    static Voucher earnest(Receipt receipt) {
        var entries = new ArrayList<>(received(receipt, receipt.amount()));
        entries.add(Entry.credit(Account.ENTRUSTED, receipt.amount()).of(party(receipt.payerName())));
        return voucher(receipt, Voucher.Event.ENTRUSTED_RECEIVED, "代收定金 " + party(receipt.payerName()), entries);
    }

    static List<Entry> credits(List<Allocation.Part> parts) {
        return parts.stream()
                .map(p -> Entry.credit(p.account(), p.amount()).of(p.party()))
                .toList();
    }

    /** Entrusted money lies whole in its own account; the channel's fee is the company's to bear. */
    private static List<Entry> received(Receipt receipt, Money entrusted) {
        var own = receipt.amount().minus(entrusted);
        if (receipt.channel() == Channel.CASH) {
            return List.of(Entry.debit(Account.CASH, receipt.amount()));
        }
        var net = own.minus(receipt.fee());
        return List.of(
                Entry.debit(Account.ESCROW_BANK, entrusted),
                net.isNegative() ? Entry.credit(Account.BANK, net.negated()) : Entry.debit(Account.BANK, net),
                Entry.debit(Account.CHANNEL_FEE, receipt.fee()));
    }

    private static Voucher voucher(Receipt receipt, Voucher.Event event, String summary, List<Entry> entries) {
        return new Voucher(
                receipt.company(),
                receipt.storeCode(),
                receipt.day(),
                event,
                receipt.number(),
                receipt.contractNo(),
                summary,
                entries);
    }

    private static String party(@Nullable String name) {
        return name == null ? "" : name;
    }
}
