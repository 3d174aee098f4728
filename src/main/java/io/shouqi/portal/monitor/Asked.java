package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Checks;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose above the monitor, as it came.
 *
 * @param from first day on which the contracts were signed, or what has none began
 * @param sort column of the figures
 */
record Asked(
        @Nullable String process,
        @Nullable String version,
        @Nullable String store,
        @Nullable String from,
        @Nullable String to,
        @Nullable String measure,
        @Nullable String state,
        @Nullable String element,
        @Nullable String sort) {

    static final Asked NOTHING = new Asked(null, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 100;
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,5}");

    /**
     * @param usual the process where none was chosen; null for all of them
     * @throws io.shouqi.shared.Refusal 422 naming the fields that make no sense
     */
    Wanted wanted(Actor actor, @Nullable String usual) {
        var checks = new Checks();
        var chosen = checks.optional("process", process, LONGEST);
        var wanted = new Wanted(
                chosen == null ? usual : chosen,
                version(checks),
                store != null && actor.stores().contains(store) ? store : null,
                checks.optionalDate("from", from),
                checks.optionalDate("to", to),
                Objects.requireNonNullElse(checks.optionalOneOf("measure", Measure.class, measure), Measure.MONEY),
                Objects.requireNonNullElse(checks.optionalOneOf("state", CaseState.class, state), CaseState.RUNNING),
                checks.optional("element", element, LONGEST),
                checks.optionalOneOf("sort", Measure.class, sort));
        checks.inOrder("from", wanted.from(), wanted.to(), "lists.from.afterTo");
        checks.refuse();
        return wanted;
    }

    private @Nullable Integer version(Checks checks) {
        if (version == null || version.isBlank()) {
            return null;
        }
        if (!VERSION.matcher(version).matches()) {
            checks.add("version", "monitor.version.wrong");
            return null;
        }
        return Integer.valueOf(version);
    }
}
