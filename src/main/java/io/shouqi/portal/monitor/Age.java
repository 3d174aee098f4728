package io.shouqi.portal.monitor;

import java.time.Duration;

/**
 * How long something waits, as a manager says it: in days, and in hours on the first two.
 *
 * @param unit end of a message code
 */
record Age(String unit, long number) {

    private static final int HOURS_UNTIL = 48;

    static Age of(Duration wait) {
        if (wait.toHours() < 1) {
            return new Age("now", 0);
        }
        return wait.toHours() < HOURS_UNTIL ? new Age("hours", wait.toHours()) : new Age("days", wait.toDays());
    }

    public String code() {
        return "monitor.age." + unit;
    }
}
