package io.shouqi.portal.tasks;

import io.shouqi.workflow.TaskQuery;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A search and a task as they stand in the address line. */
final class TaskAddress {

    private TaskAddress() {}

    static String of(UUID id, TaskQuery query) {
        return "/tasks/" + id + "?" + text(query);
    }

    /** What stands behind the question mark. */
    static String text(TaskQuery query) {
        return parameters(query).entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue().get(0), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Those that were given, as the lists read them. */
    static Map<String, List<String>> parameters(TaskQuery query) {
        var given = new LinkedHashMap<String, List<String>>();
        put(given, "queue", query.queue());
        put(given, "q", query.q());
        put(given, "kind", query.kind());
        put(given, "store", query.store());
        put(given, "due", query.due());
        put(given, "amountFrom", query.amountFrom());
        put(given, "amountTo", query.amountTo());
        put(given, "assignee", query.assignee());
        put(given, "order", query.order());
        return given;
    }

    private static void put(Map<String, List<String>> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, List.of(value));
        }
    }
}
