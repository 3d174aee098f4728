package io.shouqi.portal.customer;

import io.shouqi.channel.Channel;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.PaymentOrder;
import io.shouqi.payment.PaymentView;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payments a customer makes on an own link: only own debts, whatever the request names. */
@Component
class CustomerPayments {

    /** A code with less time left is not worth showing again. */
    private static final Duration WORTH_SHOWING = Duration.ofMinutes(2);

    private final Cashier cashier;
    private final OrderDesk orders;
    private final Clock clock;

    CustomerPayments(Cashier cashier, OrderDesk orders, Clock clock) {
        this.cashier = cashier;
        this.orders = orders;
        this.clock = clock;
    }

    /** @return the code to scan; the one that is open already, where the same was asked before */
    PaymentView pay(CustomerSheet sheet, List<String> receivables, @Nullable String method) {
        var checks = new Checks();
        var channel = checks.oneOf("method", Channel.class, method);
        if (channel != null && !channel.online()) {
            checks.add("method", "customer.method");
        }
        if (receivables.isEmpty()) {
            checks.add("receivables", "cashier.choose");
        }
        checks.refuse();
        var wanted = Set.copyOf(receivables);
        if (!numbers(sheet).containsAll(wanted)) {
            throw Refusal.unknown("request.unknown");
        }
        var chosen = sheet.open().stream()
                .map(CustomerSheet.Debt::receivable)
                .filter(r -> wanted.contains(r.no()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.conflict("payment.nothingOwed");
        }
        var targets = chosen.stream().map(r -> r.no()).sorted().toList();
        var amount = Money.sum(chosen.stream().map(r -> r.outstanding()).toList());
        var online = Objects.requireNonNull(channel);
        return open(sheet, targets, online, amount)
                .map(cashier::view)
                .orElseGet(() -> cashier.payOnline(targets, online, amount));
    }

    /** @throws Refusal 404 for a payment of somebody else */
    PaymentView find(CustomerSheet sheet, String number) {
        var order = orders.ofContract(sheet.deal().contractNo(), number);
        if (!numbers(sheet).containsAll(order.targets())) {
            throw Refusal.unknown("payment.unknown", number);
        }
        return cashier.view(order);
    }

    private Optional<PaymentOrder> open(CustomerSheet sheet, List<String> targets, Channel channel, Money amount) {
        var latest = clock.instant().plus(WORTH_SHOWING);
        return orders.ofContract(sheet.deal().contractNo()).stream()
                .filter(o -> o.status() == PaymentOrder.Status.PLACED && o.channel() == channel)
                .filter(o -> o.targets().equals(targets) && o.amount().equals(amount))
                .filter(o -> o.expiresAt().isAfter(latest))
                .findFirst();
    }

    private static Set<String> numbers(CustomerSheet sheet) {
        return sheet.debts().stream().map(d -> d.receivable().no()).collect(Collectors.toSet());
    }
}
