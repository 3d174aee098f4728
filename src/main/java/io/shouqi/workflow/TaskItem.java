package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in an answer of the API.
 *
 * @param assignee name of who has taken it
 * @param delegatedBy name of who handed it on and waits for it
 */
record TaskItem(
        UUID id,
        String task,
        String step,
        String title,
        String subject,
        String storeCode,
        String address,
        String parties,
        @Nullable String amount,
        @Nullable LocalDate dueOn,
        String role,
        @Nullable String assignee,
        @Nullable String delegatedBy,
        boolean mine,
        String status,
        String process,
        String businessKey,
        OffsetDateTime createdAt) {

    static TaskItem of(Task task, Actor actor) {
        var amount = task.amount();
        return new TaskItem(
                task.id(),
                task.definition(),
                task.step(),
                task.title(),
                task.subject(),
                task.storeCode(),
                task.address(),
                task.parties(),
                amount == null ? null : amount.yuan(),
                task.dueOn(),
                task.role().name(),
                task.assigneeName(),
                task.delegatedName(),
                task.isOnDeskOf(actor),
                task.status().name(),
                task.process(),
                task.businessKey(),
                task.createdAt().atZone(BusinessTime.ZONE).toOffsetDateTime());
    }
}
