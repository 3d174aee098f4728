package io.shouqi.workflow;

/** How often a rehearsal stops. */
public enum RehearsalPace {
    /** before every step, to choose what it sets */
    EVERY_STEP,
    /** where it cannot go on without a choice */
    DECISIONS
}
