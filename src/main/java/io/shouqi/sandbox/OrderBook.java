package io.shouqi.sandbox;

import static io.shouqi.sandbox.Declined.Why.CLOSED;
import static io.shouqi.sandbox.Declined.Why.EXPIRED;
import static io.shouqi.sandbox.Declined.Why.OTHER_ORDER;
import static io.shouqi.sandbox.Declined.Why.OTHER_REFUND;
import static io.shouqi.sandbox.Declined.Why.PAID;
import static io.shouqi.sandbox.Declined.Why.TOO_MUCH;
import static io.shouqi.sandbox.Declined.Why.UNKNOWN_ORDER;
import static io.shouqi.sandbox.Declined.Why.UNREADABLE;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What both channels do with orders, whatever language they speak. */
@Service
@SandboxOnly
@Transactional
class OrderBook {

    /** What a merchant asks to be paid. */
    record Placement(String orderNo, Money amount, String subject, String notifyUrl, Instant expiresAt) {}

    /** What a merchant asks to be given back. */
    record Repayment(String refundNo, Money amount, String notifyUrl) {}

    /** @param fresh whether this request moved the money, or an earlier one of the same number */
    record Refunded(SandboxOrder order, SandboxRefund refund, boolean fresh) {}

    private final OrderTable orders;
    private final News news;
    private final Clock clock;

    OrderBook(OrderTable orders, News news, Clock clock) {
        this.orders = orders;
        this.news = news;
        this.clock = clock;
    }

    SandboxOrder place(SandboxMerchant merchant, Placement placement) {
        if (!placement.amount().isPositive() || placement.orderNo().isBlank()) {
            throw new Declined(UNREADABLE, "order number or amount");
        }
        var now = clock.instant();
        orders.add(new SandboxOrder(
                UuidCreator.getTimeOrderedEpoch(),
                merchant.id(),
                placement.orderNo(),
                merchant.channel() == Channel.WECHAT ? Tokens.word(12) : "bax" + Tokens.word(21),
                placement.amount(),
                placement.subject(),
                placement.notifyUrl(),
                now,
                placement.expiresAt(),
                null,
                null,
                null,
                Money.ZERO));
        var order = find(merchant, placement.orderNo());
        if (order.taken() != null) {
            throw new Declined(PAID);
        }
        if (order.closedAt() != null) {
            throw new Declined(CLOSED);
        }
        if (!order.amount().equals(placement.amount()) || !order.subject().equals(placement.subject())) {
            throw new Declined(OTHER_ORDER);
        }
        return order;
    }

    @Transactional(readOnly = true)
    SandboxOrder find(SandboxMerchant merchant, String orderNo) {
        return orders.find(merchant.id(), orderNo).orElseThrow(() -> new Declined(UNKNOWN_ORDER));
    }

    @Transactional(readOnly = true)
    SandboxOrder findTransaction(SandboxMerchant merchant, String transactionId) {
        return orders.findTransaction(merchant.id(), transactionId).orElseThrow(() -> new Declined(UNKNOWN_ORDER));
    }

    /** The payer's phone has read the code. */
    SandboxOrder scan(String codeUrl) {
        var order = byCode(codeUrl);
        orders.scanned(order.id(), clock.instant());
        return order;
    }

    /** The payer has entered the password. */
    SandboxOrder pay(String codeUrl, Set<Misbehaviour> misbehaviour) {
        var order = orders.locked(byCode(codeUrl).id());
        var now = clock.instant();
        if (order.taken() != null) {
            throw new Declined(PAID);
        }
        if (!misbehaviour.contains(Misbehaviour.LATE)) {
            if (order.closedAt() != null) {
                throw new Declined(CLOSED);
            }
            if (order.expired(now)) {
                throw new Declined(EXPIRED);
            }
        }
        var amount = misbehaviour.contains(Misbehaviour.WRONG_AMOUNT)
                ? order.amount().plus(Money.ofFen(1))
                : order.amount();
        orders.scanned(order.id(), now);
        orders.paid(order.id(), new SandboxOrder.Taken(transactionId(now), amount, now));
        var paid = orders.byId(order.id());
        news.paid(paid, misbehaviour);
        return paid;
    }

    /** Closing a closed order is harmless. */
    SandboxOrder close(SandboxMerchant merchant, String orderNo) {
        var order = orders.locked(find(merchant, orderNo).id());
        if (order.taken() != null) {
            throw new Declined(PAID);
        }
        orders.closed(order.id(), clock.instant());
        return order;
    }

    Refunded refund(SandboxMerchant merchant, SandboxOrder found, Repayment repayment) {
        var order = orders.locked(found.id());
        var earlier = merchant.channel() == Channel.WECHAT
                ? orders.findMerchantRefund(merchant.id(), repayment.refundNo())
                : orders.findRefund(order.id(), repayment.refundNo());
        if (earlier.isPresent()) {
            var same = earlier.get();
            if (!same.order().equals(order.id()) || !same.amount().equals(repayment.amount())) {
                throw new Declined(OTHER_REFUND);
            }
            return new Refunded(order, same, false);
        }
        if (!repayment.amount().isPositive()) {
            throw new Declined(UNREADABLE, "refund amount");
        }
        if (repayment.amount().compareTo(order.left()) > 0) {
            throw new Declined(TOO_MUCH);
        }
        var now = clock.instant();
        var refund = new SandboxRefund(
                UuidCreator.getTimeOrderedEpoch(),
                order.id(),
                repayment.refundNo(),
                "5030" + day(now) + Tokens.digits(16),
                repayment.amount(),
                repayment.notifyUrl(),
                now,
                // WeChat accepts first and pays back later; Alipay pays back at once
                merchant.channel() == Channel.WECHAT ? null : now);
        orders.add(refund);
        var after = orders.byId(order.id());
        if (refund.settledAt() == null) {
            news.soon();
        } else {
            news.refunded(after, refund);
        }
        return new Refunded(after, refund, true);
    }

    /** Pays back what WeChat has accepted. */
    void settleRefunds() {
        for (var refund : orders.settle(clock.instant())) {
            news.refunded(orders.byId(refund.order()), refund);
        }
    }

    /** The code is the last word of whatever the payer was given: a code, a link, a prepay id. */
    private SandboxOrder byCode(String codeUrl) {
        var code = codeUrl.substring(Math.max(codeUrl.lastIndexOf('='), codeUrl.lastIndexOf('/')) + 1);
        return orders.findCode(code).orElseThrow(() -> new Declined(UNKNOWN_ORDER));
    }

    private static String transactionId(Instant now) {
        return "4200" + day(now) + Tokens.digits(16);
    }

    private static String day(Instant now) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(BusinessTime.dayOf(now));
    }
}
