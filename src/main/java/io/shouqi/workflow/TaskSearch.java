package io.shouqi.workflow;

/** What somebody wants to see of the task list, and in which order. */
public record TaskSearch(TaskQueue queue, TaskFilter filter, TaskSort sort) {

    public static TaskSearch of(TaskQueue queue) {
        return new TaskSearch(queue, TaskFilter.NONE, TaskSort.DUE);
    }
}
