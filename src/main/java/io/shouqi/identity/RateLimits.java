package io.shouqi.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * How often somebody may ask, counted on each node. Channels' notifications are not limited: what they say is money,
 * and forged ones end at their signature.
 */
@Component
class RateLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    private final LoadingCache<String, Bucket> keys;
    private final LoadingCache<String, Bucket> strangers;
    private final LoadingCache<String, Bucket> logins;

    RateLimits(PerMinute limits) {
        keys = buckets(limits.key());
        strangers = buckets(limits.stranger());
        logins = buckets(limits.login());
    }

    private static LoadingCache<String, Bucket> buckets(long perMinute) {
        return Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(100_000)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }

    /** @param key whoever the API key acts for */
    ConsumptionProbe key(String key) {
        return keys.get(key).tryConsumeAndReturnRemaining(1);
    }

    /** Somebody without a login, known by the address: links of customers, unknown keys. */
    ConsumptionProbe stranger(String address) {
        return strangers.get(address).tryConsumeAndReturnRemaining(1);
    }

    /** An attempt to sign in. */
    ConsumptionProbe login(String address) {
        return logins.get(address).tryConsumeAndReturnRemaining(1);
    }

    /**
     * @param key calls of an API key
     * @param stranger requests of an address without a login
     * @param login attempts to sign in from an address, which a whole store may share
     */
    @ConfigurationProperties("shouqi.limits")
    record PerMinute(
            @DefaultValue("12000") long key,
            @DefaultValue("600") long stranger,
            @DefaultValue("60") long login) {}
}
