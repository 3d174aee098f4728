package io.shouqi.workflow;

import io.shouqi.shared.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task must have to be shown; null where anything will do.
 *
 * @param words each of them in the number, the title, the address or the names of the parties
 * @param kind id of the user task in the diagram
 */
public record TaskFilter(
        List<String> words,
        @Nullable String kind,
        @Nullable String store,
        @Nullable TaskDue due,
        @Nullable Money from,
        @Nullable Money to,
        @Nullable UUID assignee) {

    public static final TaskFilter NONE = new TaskFilter(List.of(), null, null, null, null, null, null);

    public boolean isNone() {
        return equals(NONE);
    }
}
