package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose above the people, as it came.
 *
 * @param unit also whoever is below it
 * @param pick user names, where some were ticked
 */
record PeopleFilter(
        @Nullable String q,
        @Nullable String unit,
        @Nullable String role,
        @Nullable String state,
        @Nullable List<String> pick) {

    static final List<String> PARAMETERS = List.of("q", "unit", "role", "state");

    private static final int LONGEST = 100;

    /** @throws Refusal 422 where nothing was ticked */
    PeopleFilter picked() {
        if (pick == null || pick.isEmpty()) {
            throw Refusal.invalid("pick", "lists.pick.nothing");
        }
        return this;
    }

    /** @throws Refusal 422 naming the fields that make no sense */
    People.Wanted wanted() {
        var checks = new Checks();
        var wanted = new People.Wanted(
                checks.optional("q", q, LONGEST),
                checks.optional("unit", unit, LONGEST),
                checks.optionalOneOf("role", Role.class, role),
                checks.optionalOneOf("state", People.State.class, state),
                pick);
        checks.refuse();
        return wanted;
    }
}
