package io.shouqi.audit;

import io.shouqi.shared.PageCursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The last event of a page: what follows is older. */
public record EventCursor(Instant at, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    static EventCursor of(RecordedEvent last) {
        return new EventCursor(last.at(), last.id());
    }

    /** @throws io.shouqi.shared.Refusal 400 where the text is no cursor */
    public static EventCursor parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw PageCursor.unknown();
        }
        var at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        return new EventCursor(at, Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
