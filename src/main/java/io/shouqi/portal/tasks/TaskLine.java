package io.shouqi.portal.tasks;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.Task;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list.
 *
 * @param several whether tasks of its kind may be approved several at a time
 * @param daysLeft negative once it is overdue; null without a date
 * @param age days since it came up
 * @param mine taken by the person who looks at it
 */
record TaskLine(Task task, boolean several, @Nullable Long daysLeft, long age, boolean mine) {

    /** @param several definitions of which several may be approved at a time */
    static TaskLine of(Task task, Set<String> several, LocalDate today, Actor actor) {
        var due = task.dueOn();
        return new TaskLine(
                task,
                several.contains(task.definition()),
                due == null ? null : due.toEpochDay() - today.toEpochDay(),
                today.toEpochDay() - BusinessTime.dayOf(task.createdAt()).toEpochDay(),
                task.isOnDeskOf(actor));
    }

    LocalDate createdOn() {
        return BusinessTime.dayOf(task.createdAt());
    }
}
