package io.shouqi.workflow;

import io.shouqi.shared.PageCursor;
import io.shouqi.shared.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** In which order a queue is worked off. Ties are broken by the id, so that pages follow each other without gaps. */
public enum TaskSort {
    /** Most urgent first, without a day last. */
    DUE("coalesce(due_on, 'infinity'::date)", "date"),
    /** Most money first, without an amount last. */
    MONEY("-coalesce(amount_fen, -1)", "bigint"),
    /** What has waited longest first. */
    AGE("created_at", "timestamptz");

    private static final String NEVER = "infinity";

    private final String expression;
    private final String type;

    TaskSort(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    String order() {
        return expression + ", id";
    }

    /** What comes after the place that the cursor of a page names. */
    String after() {
        return "(" + expression + ", id) > (cast(:place as " + type + "), :last)";
    }

    /** Where a page that ends with this task ends. */
    PageCursor endsAt(Task task) {
        return new PageCursor(name(), placeOf(task), task.id().toString());
    }

    /** As PostgreSQL reads it. */
    private String placeOf(Task task) {
        return switch (this) {
            case DUE -> task.dueOn() == null ? NEVER : task.dueOn().toString();
            case MONEY ->
                task.amount() == null ? "1" : Long.toString(-task.amount().fen());
            case AGE -> task.createdAt().toString();
        };
    }

    /** @throws Refusal 400 where nobody but a stranger wrote the cursor */
    String place(PageCursor cursor) {
        try {
            return switch (this) {
                case DUE ->
                    cursor.value().equals(NEVER)
                            ? NEVER
                            : LocalDate.parse(cursor.value()).toString();
                case MONEY -> Long.toString(Long.parseLong(cursor.value()));
                case AGE -> Instant.parse(cursor.value()).toString();
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw PageCursor.unknown();
        }
    }

    /** @throws Refusal 400 where nobody but a stranger wrote the cursor */
    static UUID last(PageCursor cursor) {
        try {
            return UUID.fromString(cursor.number());
        } catch (IllegalArgumentException e) {
            throw PageCursor.unknown();
        }
    }
}
