package io.shouqi.portal.monitor;

import io.shouqi.shared.Money;
import java.time.Duration;

/**
 * What stands at an element.
 *
 * @param cases how many, each once
 * @param money what is still to come in for them
 * @param longest how long the one waits that came first
 * @param median how long half of them wait at least
 * @param failing at how many of them the element failed
 */
record Heat(String element, String name, long cases, Money money, Duration longest, Duration median, long failing) {

    public Age longestAge() {
        return Age.of(longest);
    }

    public Age medianAge() {
        return Age.of(median);
    }

    long of(Measure measure) {
        return switch (measure) {
            case MONEY -> money.fen();
            case COUNT -> cases;
            case AGE -> longest.toHours();
        };
    }
}
