package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as people see it in a list.
 *
 * @param definition id of the user task in the diagram
 * @param businessKey number its process works for
 * @param subject number of what it is about, such as a contract
 */
public record Task(
        UUID id,
        String company,
        String storeCode,
        String definition,
        String process,
        String businessKey,
        String subject,
        String title,
        @Nullable Money amount,
        @Nullable LocalDate dueOn,
        Role role,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        TaskStatus status,
        Instant createdAt) {

    /** Whether the actor has taken it, or the absent one whose work the actor does. */
    public boolean isOnDeskOf(Actor actor) {
        return assignee != null && actor.desks().contains(assignee);
    }
}
