/** The page of the task list: queues at the left, tasks in the middle, the open task at the right. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.tasks;
