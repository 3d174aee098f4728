package io.shouqi.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the history of a case.
 *
 * @param title of the task it happened to
 * @param actor name of who did it; null for the process itself
 * @param actingFor name of the absent colleague who was stood in for
 * @param about name of the colleague or the file it was about
 * @param words what was said: a comment, a reason, the answers
 */
public record TaskEvent(
        Instant at,
        TaskEventKind kind,
        UUID task,
        String title,
        @Nullable String actor,
        @Nullable String actingFor,
        @Nullable String about,
        @Nullable String words) {}
