package io.shouqi.portal.tasks;

import io.shouqi.workflow.Task;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The open task, as the person who looks at it may work on it.
 *
 * @param store name
 * @param mine taken by that person
 * @param borrowed handed to that person by a colleague
 * @param objection why this person may not do it, a message code; null where nothing speaks against it
 */
record TaskDetail(
        Task task,
        String store,
        boolean mine,
        boolean borrowed,
        @Nullable String objection,
        LocalDate today) {

    public boolean isOpen() {
        return task.isOpen();
    }

    public boolean isFree() {
        return isOpen() && task.assignee() == null && objection == null;
    }

    /** Whether the person may answer now; answering a free task takes it. */
    public boolean isWorkable() {
        return isFree() || (isOpen() && mine && objection == null);
    }

    /** Whether the person may hand it to a colleague. */
    public boolean isMovable() {
        return isOpen() && (mine || task.assignee() == null);
    }

    public boolean isTaken() {
        return isOpen() && task.assignee() != null && !mine;
    }

    /** Negative once it is overdue; null without a date. */
    public @Nullable Long daysLeft() {
        var due = task.dueOn();
        return due == null ? null : due.toEpochDay() - today.toEpochDay();
    }
}
