package io.shouqi.identity.admin;

import io.shouqi.identity.admin.PersonRows.Place;
import io.shouqi.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import does with a row.
 *
 * @param number of the row, from 1
 * @param before the person as known so far; null for a new one
 * @param wrong cells by address, with their reasons; the row is left out unless it is empty
 */
record ImportLine(
        int number,
        @Nullable String username,
        Place place,
        @Nullable Person before,
        List<FieldError> wrong) {

    /** What becomes of a row. */
    enum Kind {
        NEW,
        CHANGED,
        SAME,
        WRONG
    }

    public Kind kind() {
        if (!wrong.isEmpty()) {
            return Kind.WRONG;
        }
        if (before == null) {
            return Kind.NEW;
        }
        return before.has(place.name(), place.unit(), place.roles()) ? Kind.SAME : Kind.CHANGED;
    }
}
