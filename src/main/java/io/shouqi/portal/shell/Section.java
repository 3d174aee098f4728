package io.shouqi.portal.shell;

import io.shouqi.identity.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A page that others lie below: the entries, and lists below them.
 *
 * @param text a message code
 */
record Section(String path, String text, Predicate<Actor> seenBy) {

    private static final List<Section> BELOW_ENTRIES = List.of(
            new Section("/admin/units", "admin.units", actor -> true),
            new Section("/admin/people", "admin.people", actor -> true),
            new Section("/admin/keys", "admin.keys", actor -> true),
            new Section("/admin/merchants", "admin.merchants", actor -> !Entry.MERCHANTS.isFor(actor)),
            new Section("/monitor/cases", "monitor.cases.title", actor -> true),
            new Section("/monitor/incidents", "monitor.incidents.title", actor -> true),
            new Section("/account", "account.title", actor -> true),
            new Section("/help", "help.title", actor -> true));

    /** From the top down. */
    static Stream<Section> above(String path) {
        var entries = Entry.ALL.stream().map(entry -> new Section(entry.path(), entry.text(), entry.seenBy()));
        return Stream.concat(entries, BELOW_ENTRIES.stream())
                .filter(section -> path.startsWith(section.path + "/"))
                .sorted(Comparator.comparingInt(section -> section.path.length()));
    }

    static boolean isAt(String path, String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }

    boolean isFor(Actor actor) {
        return seenBy.test(actor);
    }
}
