package io.shouqi.workflow;

import io.shouqi.shared.BusinessTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history in an answer of the API.
 *
 * @param actor name of who did it; null for the process itself
 * @param about name of the colleague or the file it was about
 */
record TaskEventItem(
        OffsetDateTime at,
        String kind,
        UUID task,
        String title,
        @Nullable String actor,
        @Nullable String actingFor,
        @Nullable String about,
        @Nullable String words) {

    static TaskEventItem of(TaskEvent event) {
        return new TaskEventItem(
                event.at().atZone(BusinessTime.ZONE).toOffsetDateTime(),
                event.kind().name(),
                event.task(),
                event.title(),
                event.actor(),
                event.actingFor(),
                event.about(),
                event.words());
    }
}
