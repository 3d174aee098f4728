package io.shouqi.portal.monitor;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case at an element.
 *
 * @param task the open task it waits for, where it is one of the reader's
 */
record StandingRow(
        Work work,
        ZonedDateTime since,
        Duration waiting,
        @Nullable UUID task,
        @Nullable String taskTitle,
        boolean failing) {

    public Age age() {
        return Age.of(waiting);
    }
}
