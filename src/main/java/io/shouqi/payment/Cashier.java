package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.channel.PayPage;
import io.shouqi.contract.Contract;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PartyRole;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where people pay, whatever the method: one call in, a receipt or a code to scan out. */
@Service
public class Cashier {

    private final CounterDesk counter;
    private final OrderDesk orders;
    private final EarnestOrders earnestOrders;
    private final CollectionDesk collection;
    private final Receipts receipts;
    private final IdempotentCalls calls;
    private final Optional<PayPage> payPage;
    private final Clock clock;

    Cashier(
            CounterDesk counter,
            OrderDesk orders,
            EarnestOrders earnestOrders,
            CollectionDesk collection,
            Receipts receipts,
            IdempotentCalls calls,
            Optional<PayPage> payPage,
            Clock clock) {
        this.counter = counter;
        this.orders = orders;
        this.earnestOrders = earnestOrders;
        this.collection = collection;
        this.receipts = receipts;
        this.calls = calls;
        this.payPage = payPage;
        this.clock = clock;
    }

    /** A payment as it was asked for; everything is text until it is read here. */
    public record Asked(@Nullable String method, @Nullable String amount, Map<String, String> reference) {}

    /** Exactly one of the two is there. */
    public record Taken(
            @Nullable ReceiptView receipt, @Nullable PaymentView payment) {}

    private record Done(String number) {}

    /**
     * Takes money for receivables of one contract.
     *
     * @param call makes repetition safe; its body is what was asked
     * @throws io.shouqi.shared.Refusal naming what is wrong; nothing was taken then
     */
    public Taken take(List<String> receivables, Asked asked, Actor actor, Call call) {
        receivables.forEach(number -> collection.visibleTo(actor, number));
        var checks = new Checks();
        var channel = checks.oneOf("method", Channel.class, asked.method());
        var amount = checks.amount("amount", asked.amount());
        if (channel != null && channel.online()) {
            checks.refuse();
            var order = calls.once(
                    call,
                    Done.class,
                    () -> new Done(orders.open(receivables, channel, Objects.requireNonNull(amount), actor)));
            return new Taken(null, view(orders.place(order.number())));
        }
        var slip = channel == null ? null : Slip.read(channel, asked.reference(), clock.instant(), checks);
        checks.refuse();
        var receipt = calls.once(
                call,
                Done.class,
                () -> new Done(counter.take(
                        receivables, Objects.requireNonNull(slip), Objects.requireNonNull(amount), actor)));
        return new Taken(receipt(receipt.number()), null);
    }

    /** The customer pays on an own link. */
    public PaymentView payOnline(List<String> receivables, Channel channel, Money amount) {
        return view(orders.place(orders.open(receivables, channel, amount, null)));
    }

    /**
     * Earnest money in trust.
     *
     * @return the deposit's number with its receipt or code
     */
    public TakenEarnest takeEarnest(Contract contract, PartyRole payer, Asked asked, Actor actor, Call call) {
        var checks = new Checks();
        var channel = checks.oneOf("method", Channel.class, asked.method());
        var amount = checks.amount("amount", asked.amount());
        if (channel != null && channel.online()) {
            checks.refuse();
            var order = calls.once(
                    call,
                    Done.class,
                    () -> new Done(
                            earnestOrders.open(contract, payer, channel, Objects.requireNonNull(amount), actor)));
            var placed = orders.place(order.number());
            return new TakenEarnest(placed.targets().get(0), view(placed));
        }
        var slip = channel == null ? null : Slip.read(channel, asked.reference(), clock.instant(), checks);
        checks.refuse();
        var earnest = calls.once(
                call,
                Done.class,
                () -> new Done(counter.takeEarnest(
                        contract, payer, Objects.requireNonNull(slip), Objects.requireNonNull(amount), actor)));
        return new TakenEarnest(earnest.number(), null);
    }

    public record TakenEarnest(String earnestNo, @Nullable PaymentView payment) {}

    public PaymentView view(PaymentOrder order) {
        var receipt = receipts.ofOrder(order.number()).map(Receipt::number).orElse(null);
        return PaymentView.of(order, payPage, receipt);
    }

    private ReceiptView receipt(String number) {
        return receipts.view(receipts.find(number).orElseThrow());
    }
}
