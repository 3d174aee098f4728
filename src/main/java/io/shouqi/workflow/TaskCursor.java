package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last task of a page; the next page begins after it. */
record TaskCursor(@Nullable LocalDate dueOn, UUID id) {

    private static final String NEVER = "infinity";

    static TaskCursor after(Task task) {
        return new TaskCursor(task.dueOn(), task.id());
    }

    static TaskCursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var gap = text.indexOf(' ');
            var due = text.substring(0, gap);
            return new TaskCursor(
                    due.equals(NEVER) ? null : LocalDate.parse(due), UUID.fromString(text.substring(gap + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Refusal.invalid("cursor", "task.cursor");
        }
    }

    /** As PostgreSQL compares it: what has no date comes last. */
    String due() {
        return dueOn == null ? NEVER : dueOn.toString();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((due() + " " + id).getBytes(StandardCharsets.US_ASCII));
    }
}
