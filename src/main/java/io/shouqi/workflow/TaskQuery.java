package io.shouqi.workflow;

import io.shouqi.shared.Checks;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands in an address, not yet checked.
 *
 * @param queue MINE, GROUP, UNASSIGNED, OVERDUE, DELEGATED or ALL, in any case
 * @param q words in the number, the title, the address or the names of the parties
 * @param kind id of the user task in the diagram
 * @param due OVERDUE, TODAY or THIS_WEEK
 * @param amountFrom least amount in yuan
 * @param amountTo greatest amount in yuan
 * @param assignee id of who has taken it
 * @param order DUE, MONEY or AGE
 */
public record TaskQuery(
        @Nullable String queue,
        @Nullable String q,
        @Nullable String kind,
        @Nullable String store,
        @Nullable String due,
        @Nullable String amountFrom,
        @Nullable String amountTo,
        @Nullable String assignee,
        @Nullable String order) {

    private static final int MOST_TEXT = 100;

    /** Whether a queue was named. */
    public boolean hasQueue() {
        return queue != null && !queue.isBlank();
    }

    public TaskQuery in(TaskQueue other) {
        return new TaskQuery(other.name(), q, kind, store, due, amountFrom, amountTo, assignee, order);
    }

    /** @throws Refusal naming what cannot be searched for */
    public TaskSearch search(TaskQueue otherwise) {
        var checks = new Checks();
        var queue = choice(checks, "queue", TaskQueue.class, this.queue);
        var sort = choice(checks, "order", TaskSort.class, order);
        var filter = new TaskFilter(
                words(checks.optional("q", q, MOST_TEXT)),
                checks.optional("kind", kind, MOST_TEXT),
                checks.optional("store", store, MOST_TEXT),
                choice(checks, "due", TaskDue.class, due),
                amount(checks, "amountFrom", amountFrom),
                amount(checks, "amountTo", amountTo),
                person(checks, assignee));
        checks.refuse();
        return new TaskSearch(
                Objects.requireNonNullElse(queue, otherwise), filter, Objects.requireNonNullElse(sort, TaskSort.DUE));
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Checks checks, String field, Class<E> type, @Nullable String name) {
        return checks.optionalOneOf(field, type, name == null ? null : name.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Money amount(Checks checks, String field, @Nullable String yuan) {
        return yuan == null || yuan.isBlank()
                ? null
                : checks.amount(field, yuan.replace(",", "").strip());
    }

    private static @Nullable UUID person(Checks checks, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            checks.add("assignee", "task.assignee");
            return null;
        }
    }
}
