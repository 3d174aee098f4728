package io.shouqi.portal.tasks;

import io.shouqi.workflow.TaskQuery;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A search and a task as they stand in the address line. */
final class TaskAddress {

    private TaskAddress() {}

    static String of(UUID id, TaskQuery query) {
        return "/tasks/" + id + "?" + text(query);
    }

    /** What stands behind the question mark. */
    static String text(TaskQuery query) {
        var address = UriComponentsBuilder.newInstance();
        add(address, "queue", query.queue());
        add(address, "q", query.q());
        add(address, "kind", query.kind());
        add(address, "store", query.store());
        add(address, "due", query.due());
        add(address, "amountFrom", query.amountFrom());
        add(address, "amountTo", query.amountTo());
        add(address, "assignee", query.assignee());
        add(address, "order", query.order());
        var text = address.encode(StandardCharsets.UTF_8).build().toUri().getRawQuery();
        return text == null ? "" : text;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
