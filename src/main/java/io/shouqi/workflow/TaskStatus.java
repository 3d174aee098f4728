package io.shouqi.workflow;

public enum TaskStatus {
    OPEN,
    /** Completed by its assignee. */
    DONE,
    /** Overtaken by events: the process moved on without it. */
    GONE
}
