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
 * @param step what the diagram calls it
 * @param businessKey number its process works for
 * @param subject number of what it is about, such as a contract
 * @param address where that is, empty where it is nowhere
 * @param parties names of those it is about, empty where there are none
 * @param delegatedBy who handed it to the assignee and waits for it
 * @param endedAt null while it is open
 */
public record Task(
        UUID id,
        String company,
        String storeCode,
        String definition,
        String step,
        String process,
        String businessKey,
        String subject,
        String title,
        String address,
        String parties,
        @Nullable Money amount,
        @Nullable LocalDate dueOn,
        Role role,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        @Nullable Instant assignedAt,
        @Nullable UUID delegatedBy,
        @Nullable String delegatedName,
        TaskStatus status,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return status == TaskStatus.OPEN;
    }

    /** Whether the actor has taken it, or the absent one whose work the actor does. */
    public boolean isOnDeskOf(Actor actor) {
        return assignee != null && actor.desks().contains(assignee);
    }

    /** Whether the actor got it from a colleague and can give it back. */
    public boolean isBorrowedBy(Actor actor) {
        return isOnDeskOf(actor) && delegatedBy != null && !actor.desks().contains(delegatedBy);
    }
}
