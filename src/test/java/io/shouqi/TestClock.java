package io.shouqi;

import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The application's clock in tests: runs until it is set, then stands still. Each test starts with it running. */
public final class TestClock extends Clock {

    private final ZoneId zone;
    private volatile @Nullable Instant standing;

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    public void set(Instant now) {
        standing = now;
    }

    public void advance(Duration by) {
        standing = instant().plus(by);
    }

    private void rewind() {
        standing = null;
    }

    @Override
    public Instant instant() {
        var set = standing;
        return set == null ? Instant.now() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return other.equals(zone) ? this : Clock.fixed(instant(), other);
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Wiring {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock(BusinessTime.ZONE);
        }
    }

    /** The process engine asks Joda-Time for the time, so it is shown the same clock. */
    public static final class Rewind implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            var clock = SpringExtension.getApplicationContext(context).getBean(TestClock.class);
            clock.rewind();
            DateTimeUtils.setCurrentMillisProvider(clock::millis);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            DateTimeUtils.setCurrentMillisSystem();
        }
    }
}
