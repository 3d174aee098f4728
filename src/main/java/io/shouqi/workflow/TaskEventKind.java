package io.shouqi.workflow;

/** What happens to a task. */
public enum TaskEventKind {
    CREATED,
    CLAIMED,
    RETURNED,
    DELEGATED,
    GIVEN_BACK,
    COMMENTED,
    ATTACHED,
    DETACHED,
    COMPLETED,
    /** The process went on without it. */
    OVERTAKEN
}
