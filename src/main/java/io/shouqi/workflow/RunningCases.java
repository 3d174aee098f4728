package io.shouqi.workflow;

/** What becomes of the cases that run when a new version is published. */
public enum RunningCases {
    /** They end on the version they began with. */
    STAY,
    /** They move to the new version, as far as it has the step at which they wait. */
    MIGRATE
}
