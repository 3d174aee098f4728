package io.shouqi.portal;

import io.shouqi.audit.AuditAction;
import io.shouqi.audit.RecordedEvent;
import io.shouqi.audit.RecordedEvent.ColumnChange;
import java.util.List;
import java.util.stream.Stream;

/** Which columns say what an event is about, where its number or name does not say enough. */
final class TellingColumns {

    private TellingColumns() {}

    /** All columns of an update; of a whole row those that matter, the most important first. */
    static List<ColumnChange> of(RecordedEvent event) {
        if (event.action().equals(AuditAction.ROW_UPDATED.code())) {
            return event.changes();
        }
        return of(event.subjectKind())
                .flatMap(column ->
                        event.changes().stream().filter(c -> c.column().equals(column)))
                .toList();
    }

    private static Stream<String> of(String kind) {
        return switch (kind) {
            case "user_role" -> Stream.of("role");
            case "user_leave" -> Stream.of("deputy_name", "from_day", "to_day");
            case "api_key" -> Stream.of("name", "scopes", "expires_at");
            case "app_user" -> Stream.of("name", "unit");
            case "organisation_unit" -> Stream.of("name", "kind", "parent");
            case "approval" -> Stream.of("kind", "subject", "percent");
            case "approval_decision" -> Stream.of("agreed", "comment");
            case "process_retry" -> Stream.of("process", "element");
            case "process_change" -> Stream.of("from_element", "to_element", "reason");
            default -> Stream.empty();
        };
    }
}
