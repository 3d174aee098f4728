package io.shouqi.audit;

import io.shouqi.audit.RecordedEvent.ColumnChange;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the two images of a changed row side by side, column by column. */
@Component
class ColumnChanges {

    private final JsonMapper json;

    ColumnChanges(JsonMapper json) {
        this.json = json;
    }

    List<ColumnChange> between(@Nullable String before, @Nullable String after) {
        var old = json.readTree(before == null ? "{}" : before);
        var now = json.readTree(after == null ? "{}" : after);
        var columns = new TreeSet<String>();
        columns.addAll(old.propertyNames());
        columns.addAll(now.propertyNames());
        return columns.stream()
                .map(column -> new ColumnChange(column, text(old.get(column)), text(now.get(column))))
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
