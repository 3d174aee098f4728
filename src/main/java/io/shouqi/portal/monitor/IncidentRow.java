package io.shouqi.portal.monitor;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A step that failed for good.
 *
 * @param technical for administrators
 * @param retried how often somebody had this step of the case done again before
 */
record IncidentRow(
        String id,
        Work work,
        String element,
        ZonedDateTime since,
        Duration waiting,
        Cause cause,
        String technical,
        String job,
        long retried) {

    public Age age() {
        return Age.of(waiting);
    }
}
