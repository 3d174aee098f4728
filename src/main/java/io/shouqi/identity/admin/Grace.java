package io.shouqi.identity.admin;

import java.time.Duration;

/** How long the old key still works beside the one that replaces it. */
enum Grace {
    NONE(Duration.ZERO),
    DAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7));

    private final Duration duration;

    Grace(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }
}
