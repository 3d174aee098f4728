package io.shouqi.portal.monitor;

/** How a case is doing. Conditions are about a row v of process_case, with its contract c. */
enum CaseState {
    RUNNING("v.ended is null"),
    INCIDENT("v.ended is null and exists (select from process_incident n where n.instance = v.instance)"),
    SUSPENDED("v.ended is null and v.state = 'SUSPENDED'"),
    ENDED("v.ended is not null and not (%s)"),
    CANCELLED("v.ended is not null and (%s)");

    /** Stopped from outside, or led to its end by a cancelled contract. */
    private static final String STOPPED = "v.state <> 'COMPLETED' or coalesce(c.status, '') = 'CANCELLED'";

    private final String condition;

    CaseState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition.formatted(STOPPED);
    }

    /** Whether a period is about its end. */
    public boolean isOver() {
        return this == ENDED || this == CANCELLED;
    }
}
