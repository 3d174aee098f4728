package io.shouqi.identity.admin;

import io.shouqi.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import file as it stands there.
 *
 * @param number of the row, from 1
 * @param roles texts of the role columns in their order
 * @param unreadable cells that hold no text, by address
 */
record SheetPerson(
        int number,
        @Nullable String username,
        @Nullable String name,
        @Nullable String unit,
        List<@Nullable String> roles,
        List<FieldError> unreadable) {}
