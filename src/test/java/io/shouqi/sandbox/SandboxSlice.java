package io.shouqi.sandbox;

import io.shouqi.EveryRow;
import io.shouqi.channel.BadNotification;
import io.shouqi.channel.Notice;
import io.shouqi.channel.Notifications;
import io.shouqi.database.Caller;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The channel and the sandbox alone, with a shop that listens and a clock that can be moved. No timer runs. */
@TestComponent
@Configuration(proxyBeanMethods = false)
// its auto-configuration would start the timers
@EnableAutoConfiguration(excludeName = "org.springframework.modulith.moments.autoconfigure.MomentsAutoConfiguration")
@ConfigurationPropertiesScan({"io.shouqi.database", "io.shouqi.vault"})
@ComponentScan(
        basePackages = {
            "io.shouqi.shared",
            "io.shouqi.database",
            "io.shouqi.vault",
            "io.shouqi.channel",
            "io.shouqi.sandbox"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io.shouqi.sandbox.SandboxSlice.*")
        })
@Import({EveryRow.Wiring.class, SandboxSlice.Shop.class})
public class SandboxSlice {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @Primary
    PatientThreads patientThreads() {
        return new PatientThreads();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .csrf(c -> c.disable())
                .build();
    }

    /** Both sides of the wire are the product itself here. */
    @Bean
    Filter asSystem() {
        return (request, response, chain) -> {
            try (var visit = Caller.SYSTEM.enter()) {
                chain.doFilter(request, response);
            }
        };
    }

    /** Stands still until it is moved. */
    public static final class MovableClock extends Clock {

        private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        public void move(Duration by) {
            now = now.plus(by);
        }

        public void reset() {
            now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return io.shouqi.shared.BusinessTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Prompt news is told before the call that caused it returns, or, as if the process had died, not at all. */
    static final class PatientThreads extends CourierThreads {

        volatile boolean dead;

        @Override
        void hurry(Runnable round) {
            if (!dead) {
                CompletableFuture.runAsync(round).join();
            }
        }
    }

    /** Receives notifications the way the product does, and remembers them. */
    @RestController
    public static class Shop {

        private final Notifications notifications;
        private final List<Notice> heard = Collections.synchronizedList(new ArrayList<>());
        private final List<BadNotification.Reason> refused = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean deaf;
        private volatile Map<String, String> lastHeaders = Map.of();
        private volatile byte[] lastBody = {};
        private volatile Map<String, String> lastForm = Map.of();

        Shop(Notifications notifications) {
            this.notifications = notifications;
        }

        @PostMapping("/notify/wechat")
        ResponseEntity<Void> wechat(@RequestHeader Map<String, String> headers, @RequestBody byte[] body) {
            lastHeaders = new LinkedHashMap<>(headers);
            lastBody = body;
            return understood(() -> notifications.wechat(headers, body))
                    ? ResponseEntity.noContent().build()
                    : ResponseEntity.status(401).build();
        }

        @PostMapping("/notify/alipay")
        ResponseEntity<String> alipay(@RequestParam Map<String, String> form) {
            lastForm = new LinkedHashMap<>(form);
            return understood(() -> notifications.alipay(form))
                    ? ResponseEntity.ok("success")
                    : ResponseEntity.status(401).body("failure");
        }

        private boolean understood(java.util.function.Supplier<Notice> reading) {
            try {
                heard.add(reading.get());
                return !deaf;
            } catch (BadNotification e) {
                refused.add(e.reason());
                return false;
            }
        }

        void reset() {
            heard.clear();
            refused.clear();
            deaf = false;
        }

        void turnDeaf() {
            deaf = true;
        }

        void listen() {
            deaf = false;
        }

        List<Notice> heard() {
            return List.copyOf(heard);
        }

        List<BadNotification.Reason> refused() {
            return List.copyOf(refused);
        }

        Map<String, String> lastHeaders() {
            return lastHeaders;
        }

        byte[] lastBody() {
            return lastBody;
        }

        Map<String, String> lastForm() {
            return lastForm;
        }
    }
}
