package io.shouqi.workflow;

import io.shouqi.identity.Role;
import io.shouqi.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the task list, with what only this module needs to know.
 *
 * @param form key of the Camunda Form; null where the task has none
 */
record TaskRow(Task task, String engineTaskId, @Nullable String form) {

    static TaskRow of(ResultSet row, int number) throws SQLException {
        var fen = row.getObject("amount_fen", Long.class);
        var task = new Task(
                row.getObject("id", UUID.class),
                row.getString("company"),
                row.getString("store_code"),
                row.getString("definition"),
                row.getString("step"),
                row.getString("process"),
                row.getString("business_key"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("address"),
                row.getString("parties"),
                fen == null ? null : Money.ofFen(fen),
                row.getObject("due_on", LocalDate.class),
                Role.valueOf(row.getString("candidate_role")),
                row.getObject("assignee", UUID.class),
                row.getString("assignee_name"),
                instant(row, "assigned_at"),
                row.getObject("delegated_by", UUID.class),
                row.getString("delegated_name"),
                TaskStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
        return new TaskRow(task, row.getString("engine_task_id"), row.getString("form"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
