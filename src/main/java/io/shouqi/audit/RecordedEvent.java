package io.shouqi.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as people read it.
 *
 * @param via the door: PAGE, API, LINK, CHANNEL, SYSTEM; DATABASE for who came without the application
 * @param action code of an {@link AuditAction}
 * @param subjectKind table or thing
 * @param changes columns by name
 */
public record RecordedEvent(
        long id,
        Instant at,
        @Nullable String storeCode,
        String actorName,
        @Nullable String actingFor,
        String via,
        @Nullable String address,
        String action,
        String subjectKind,
        @Nullable String subject,
        List<ColumnChange> changes,
        @Nullable String detail) {

    /**
     * @param before as text; null where there was nothing
     * @param after as text; null where nothing is left
     */
    public record ColumnChange(
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
