package io.shouqi.demo;

import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration's clock: right for everybody, except for the thread that plays the past. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> PAST = new ThreadLocal<>();

    <T> T at(Instant moment, Supplier<T> work) {
        PAST.set(moment);
        try {
            return work.get();
        } finally {
            PAST.remove();
        }
    }

    @Override
    public Instant instant() {
        var moment = PAST.get();
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return BusinessTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(BusinessTime.ZONE) ? this : Clock.fixed(instant(), zone);
    }
}
