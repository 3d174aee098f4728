package io.shouqi.sandbox;

import io.shouqi.database.Caller;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the merchants the news: at once, and again by each channel's schedule until it is understood. */
@Component
@SandboxOnly
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int REMEMBERED = 200;

    private final OrderBook orders;
    private final DeliveryTable deliveries;
    private final MerchantBook merchants;
    private final Wires wires;
    private final CourierThreads threads;
    private final Clock clock;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofSeconds(5)) // both channels wait five seconds for an acknowledgement
            .followRedirects(false)
            .build();

    Courier(
            OrderBook orders,
            DeliveryTable deliveries,
            MerchantBook merchants,
            Wires wires,
            CourierThreads threads,
            Clock clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.merchants = merchants;
        this.wires = wires;
        this.threads = threads;
        this.clock = clock;
    }

    @TransactionalEventListener
    void hear(News.Waiting waiting) {
        threads.hurry(this::round);
    }

    /** Pays back accepted refunds and tells everything that is due. */
    @Scheduled(fixedDelay = 1000)
    void round() {
        Caller.SYSTEM.run(this::tellAll);
    }

    private void tellAll() {
        orders.settleRefunds();
        for (var due = deliveries.claim(clock.instant()); !due.isEmpty(); due = deliveries.claim(clock.instant())) {
            due.forEach(this::tell);
        }
    }

    private void tell(Delivery delivery) {
        var merchant = merchants.byId(delivery.merchant());
        var wire = wires.of(merchant);
        try (var response = http.newCall(wire.post(merchant, delivery)).execute()) {
            if (delivery.misbehaviour() == Misbehaviour.COMMIT_THEN_CUT && delivery.attempts() == 1) {
                throw new IOException("cut before the answer was read");
            }
            var body = body(response);
            var answer = response.code() + " " + body;
            if (wire.understood(response.code(), body)) {
                deliveries.understood(delivery, answer, clock.instant());
            } else {
                again(delivery, wire, answer);
            }
        } catch (IOException | IllegalArgumentException e) {
            again(delivery, wire, String.valueOf(e.getMessage()));
        }
    }

    private void again(Delivery delivery, Wire wire, String answer) {
        var waits = wire.retries();
        var again =
                delivery.attempts() > waits.size() ? null : clock.instant().plus(waits.get(delivery.attempts() - 1));
        log.info("{} was not understood at attempt {}: {}", delivery.notificationId(), delivery.attempts(), answer);
        deliveries.notUnderstood(delivery, answer, again);
    }

    private static String body(Response response) throws IOException {
        var body = response.body() == null ? "" : response.peekBody(REMEMBERED).string();
        return body.length() > REMEMBERED ? body.substring(0, REMEMBERED) : body;
    }
}
