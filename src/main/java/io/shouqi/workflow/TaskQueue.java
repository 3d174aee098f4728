package io.shouqi.workflow;

/** Which of the open tasks that somebody may see. What each of them is stands here and nowhere else. */
public enum TaskQueue {
    /** Taken by this person, or by the absent one whose work this person does. */
    MINE("assignee = any(:desks)"),
    /** For this person's roles and not on this person's desk, whether a colleague has it or nobody. */
    GROUP("candidate_role = any(:roles) and (assignee is null or assignee <> all(:desks))"),
    UNASSIGNED("assignee is null"),
    OVERDUE("due_on < :today"),
    /** Handed on by this person, and still open. */
    DELEGATED("delegated_by = any(:desks)"),
    ALL("true");

    private final String condition;

    TaskQueue(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
