package io.shouqi.workflow;

/** When a task falls due, as people ask for it. */
public enum TaskDue {
    OVERDUE("due_on < :today"),
    TODAY("due_on = :today"),
    /** From today to Sunday. */
    THIS_WEEK("due_on between :today and :sunday");

    private final String condition;

    TaskDue(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
