package io.shouqi.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts.
 *
 * @param idle without a request: a counter's working day has long pauses
 * @param longest however busy: nobody stays in overnight
 * @param asksAgainAfter how long the password counts for what {@link AsksAgain} guards
 */
@ConfigurationProperties("shouqi.session")
record SessionLimits(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("14h") Duration longest,
        @DefaultValue("15m") Duration asksAgainAfter) {}
