package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets somebody to a task, or says why not: there is none for that person, or somebody was faster. */
@Component
class TaskGate {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TaskTable table;
    private final Clock clock;

    TaskGate(TaskTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @throws Refusal 404 where that person has no such task */
    TaskRow seen(UUID id, Actor actor) {
        return table.find(id, actor).orElseThrow(TaskGate::unknown);
    }

    /**
     * Holds the row until the end of the transaction, whoever has taken the task.
     *
     * @throws Refusal 409 where it has ended, naming who did it and when
     */
    TaskRow open(UUID id, Actor actor) {
        var row = table.lock(id, actor).orElseThrow(TaskGate::unknown);
        var task = row.task();
        return switch (task.status()) {
            case OPEN -> row;
            case GONE -> throw Refusal.conflict("task.gone");
            case DONE ->
                throw Refusal.conflict(
                        "task.done",
                        Objects.requireNonNull(task.assigneeName()),
                        time(Objects.requireNonNull(task.endedAt())));
        };
    }

    /** @throws Refusal 409 where it has ended or lies on somebody else's desk, naming whose and since when */
    TaskRow mine(UUID id, Actor actor) {
        var row = open(id, actor);
        var task = row.task();
        if (task.assignee() != null && !task.isOnDeskOf(actor)) {
            throw Refusal.conflict(
                    "task.taken",
                    Objects.requireNonNull(task.assigneeName()),
                    time(Objects.requireNonNull(task.assignedAt())));
        }
        return row;
    }

    private String time(Instant instant) {
        var there = instant.atZone(BusinessTime.ZONE);
        return there.format(there.toLocalDate().equals(BusinessTime.today(clock)) ? TODAY : BEFORE);
    }

    private static Refusal unknown() {
        return Refusal.unknown("task.unknown");
    }
}
