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
        var id = UUID.randomUUID().toString();
        var content = wires.of(merchant).paid(merchant, order, id);
        var reorder = misbehaviour.contains(Misbehaviour.REORDER);
        var held = reorder && merchant.channel() == Channel.WECHAT;
        var news = new Delivery(
                UuidCreator.getTimeOrderedEpoch(),
                merchant.id(),
                id,
                order.notifyUrl(),
                content,
                onTheWay(misbehaviour),
                held,
                0,
                first(order, misbehaviour, held));
        deliveries.add(news);
        if (misbehaviour.contains(Misbehaviour.DUPLICATE)) {
            for (var copy = 1; copy < COPIES; copy++) {
                deliveries.add(sameAgain(news));
            }
        }
        if (reorder && merchant.channel() == Channel.ALIPAY) {
            var stale = UUID.randomUUID().toString();
            add(
                    merchant,
                    order.notifyUrl(),
                    stale,
                    wires.alipay().waiting(merchant, order, stale),
                    news.nextAt().plus(LONGEST_HOLD));
        }
        soon();
    }

    void refunded(SandboxOrder order, SandboxRefund refund) {
        var merchant = merchants.byId(order.merchant());
        var id = UUID.randomUUID().toString();
        add(
                merchant,
                refund.notifyUrl(),
                id,
                wires.of(merchant).refunded(merchant, order, refund, id),
                clock.instant());
        soon();
    }

    void soon() {
        events.publishEvent(new Waiting());
    }

    private void add(SandboxMerchant merchant, String url, String id, String content, Instant at) {
        var held = at.isAfter(clock.instant());
        deliveries.add(
                new Delivery(UuidCreator.getTimeOrderedEpoch(), merchant.id(), id, url, content, null, held, 0, at));
    }

    private Instant first(SandboxOrder order, Set<Misbehaviour> misbehaviour, boolean held) {
        var now = clock.instant();
        var at = now;
        if (held) {
            at = now.plus(LONGEST_HOLD);
        }
        if (misbehaviour.contains(Misbehaviour.DELAY)) {
            at = now.plus(DELAY);
        }
        if (misbehaviour.contains(Misbehaviour.LATE) && order.closedAt() == null && !order.expired(now)) {
            at = order.expiresAt().plusSeconds(60);
        }
        return at;
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
