package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The last task of a page; the next page begins after it.
 *
 * @param due ISO date, or {@code infinity} for a task without one
 */
record TaskCursor(String due, UUID id) {

    private static final Pattern FORM = Pattern.compile("(infinity|\\d{4}-\\d{2}-\\d{2}) ([0-9a-f-]{36})");

    static TaskCursor after(Task task) {
        return new TaskCursor(task.dueOn() == null ? "infinity" : task.dueOn().toString(), task.id());
    }

    static TaskCursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var matcher = FORM.matcher(text);
            if (matcher.matches()) {
                return new TaskCursor(matcher.group(1), UUID.fromString(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // refused below like any other text that is no cursor
        }
        throw Refusal.invalid("cursor", "task.cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((due + " " + id).getBytes(StandardCharsets.US_ASCII));
    }
}
