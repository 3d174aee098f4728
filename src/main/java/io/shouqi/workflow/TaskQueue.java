package io.shouqi.workflow;

/** Which of the tasks that somebody may see. */
public enum TaskQueue {
    /** Taken by this person, or by the absent one whose work this person does. */
    MINE,
    /** Waiting for somebody of this person's roles to take it. */
    GROUP,
    ALL
}
