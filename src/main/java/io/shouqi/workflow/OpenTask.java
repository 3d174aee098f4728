package io.shouqi.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task with what is needed to work on it.
 *
 * @param schema the Camunda Form; null where the task has none
 * @param data what the form is filled with; empty once the task has ended
 * @param objection why this person may not do it: a message code; null where nothing speaks against it
 */
public record OpenTask(
        Task task,
        @Nullable JsonNode schema,
        Map<String, Object> data,
        @Nullable String objection) {}
