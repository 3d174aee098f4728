package io.shouqi.sandbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what the merchants shall hear, in the transaction in which it happened. */
@Component
@SandboxOnly
class News {

    /** There may be something to tell once the transaction is over. */
    record Waiting() {}

    private static final int COPIES = 3;
    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private final DeliveryTable deliveries;
    private final MerchantBook merchants;
    private final Wires wires;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    News(DeliveryTable deliveries, MerchantBook merchants, Wires wires, ApplicationEventPublisher events, Clock clock) {
        this.deliveries = deliveries;
        this.merchants = merchants;
        this.wires = wires;
        this.events = events;
        this.clock = clock;
    }

    void paid(SandboxOrder order, Set<Misbehaviour> misbehaviour) {
        if (misbehaviour.contains(Misbehaviour.NEVER_NOTIFY)) {
            return;
        }
        var merchant = merchants.byId(order.merchant());
        var reorder = misbehaviour.contains(Misbehaviour.REORDER);
        var held = reorder && merchant.channel() == Channel.WECHAT;
        var id = UUID.randomUUID().toString();
        var at = first(order, misbehaviour, clock.instant());
        var news = new Delivery(
                UuidCreator.getTimeOrderedEpoch(),
                merchant.id(),
                id,
                order.notifyUrl(),
                wires.of(merchant).paid(merchant, order, id),
                onTheWay(misbehaviour),
                held,
                0,
                held ? at.plus(LONGEST_HOLD) : at);
        deliveries.add(news);
        if (misbehaviour.contains(Misbehaviour.DUPLICATE)) {
            for (var copy = 1; copy < COPIES; copy++) {
                deliveries.add(sameAgain(news));
            }
        }
        if (reorder && merchant.channel() == Channel.ALIPAY) {
            deliveries.add(stale(merchant, order, at.plus(LONGEST_HOLD)));
        }
        soon();
    }

    void refunded(SandboxOrder order, SandboxRefund refund) {
        var merchant = merchants.byId(order.merchant());
        var id = UUID.randomUUID().toString();
        deliveries.add(new Delivery(
                UuidCreator.getTimeOrderedEpoch(),
                merchant.id(),
                id,
                refund.notifyUrl(),
                wires.of(merchant).refunded(merchant, order, refund, id),
                null,
                false,
                0,
                clock.instant()));
        soon();
    }

    void soon() {
        events.publishEvent(new Waiting());
    }

    /** That the buyer has scanned the code, which was true before the payment. */
    private Delivery stale(SandboxMerchant merchant, SandboxOrder order, Instant at) {
        var id = UUID.randomUUID().toString();
        var content = wires.alipay().waiting(merchant, order, id);
        return new Delivery(
                UuidCreator.getTimeOrderedEpoch(), merchant.id(), id, order.notifyUrl(), content, null, true, 0, at);
    }

    private static Instant first(SandboxOrder order, Set<Misbehaviour> misbehaviour, Instant now) {
        if (misbehaviour.contains(Misbehaviour.LATE) && order.closedAt() == null && !order.expired(now)) {
            return order.expiresAt().plusSeconds(60);
        }
        return misbehaviour.contains(Misbehaviour.DELAY) ? now.plus(DELAY) : now;
    }

    private static @Nullable Misbehaviour onTheWay(Set<Misbehaviour> misbehaviour) {
        if (misbehaviour.contains(Misbehaviour.BAD_SIGNATURE)) {
            return Misbehaviour.BAD_SIGNATURE;
        }
        return misbehaviour.contains(Misbehaviour.COMMIT_THEN_CUT) ? Misbehaviour.COMMIT_THEN_CUT : null;
    }

    private static Delivery sameAgain(Delivery news) {
        return new Delivery(
                UuidCreator.getTimeOrderedEpoch(),
                news.merchant(),
                news.notificationId(),
                news.url(),
                news.content(),
                news.misbehaviour(),
                news.held(),
                0,
                news.nextAt());
    }
}
