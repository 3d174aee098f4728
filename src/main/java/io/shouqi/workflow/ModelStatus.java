package io.shouqi.workflow;

/** Where a draft of a process or form stands. */
public enum ModelStatus {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    REJECTED,
    WITHDRAWN
}
