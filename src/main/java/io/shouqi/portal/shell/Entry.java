package io.shouqi.portal.shell;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A way into the product, with its own line in the navigation.
 *
 * @param text a message code
 * @param icon name of the drawing in shell/icons.html
 * @param letter pressed after g, it goes there
 * @param part entries of one part stand together
 */
record Entry(String path, String text, String icon, String letter, Part part, Predicate<Actor> seenBy) {

    enum Part {
        WORK,
        MONEY,
        HOUSE
    }

    private static final Predicate<Actor> READERS =
            any(CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, AUDITOR);

    static final Entry MERCHANTS = new Entry(
            "/admin/merchants",
            "nav.merchants",
            "bank",
            "m",
            Part.HOUSE,
            companys(FINANCE).and(any(ADMINISTRATOR).negate()));

    /** In the order in which they are shown. This is the only place that says who sees which. */
    static final List<Entry> ALL = List.of(
            new Entry("/", "nav.home", "home", "h", Part.WORK, any(Role.values())),
            new Entry("/tasks", "nav.tasks", "tasks", "t", Part.WORK, any(Role.values())),
            new Entry("/contracts", "nav.contracts", "contracts", "c", Part.WORK, READERS),
            new Entry("/cashier", "nav.cashier", "cashier", "s", Part.MONEY, any(CLERK, CASHIER)),
            new Entry("/receivables", "nav.receivables", "receivables", "o", Part.MONEY, READERS),
            new Entry("/receipts", "nav.receipts", "receipts", "r", Part.MONEY, READERS),
            new Entry(
                    "/monitor",
                    "nav.monitor",
                    "monitor",
                    "w",
                    Part.HOUSE,
                    any(STORE_MANAGER, AREA_MANAGER, DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR)),
            new Entry(
                    "/rules",
                    "nav.rules",
                    "rules",
                    "u",
                    Part.HOUSE,
                    any(STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR)),
            new Entry(
                    "/processes",
                    "nav.processes",
                    "process",
                    "p",
                    Part.HOUSE,
                    any(DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR)),
            MERCHANTS,
            new Entry("/admin", "nav.admin", "settings", "a", Part.HOUSE, any(ADMINISTRATOR)),
            new Entry("/audit", "nav.audit", "shield", "l", Part.HOUSE, any(AUDITOR, ADMINISTRATOR)));

    boolean isFor(Actor actor) {
        return seenBy.test(actor);
    }

    private static Predicate<Actor> any(Role... roles) {
        return actor -> Arrays.stream(roles).anyMatch(actor::is);
    }

    /** Who has the role for the company itself and not in one of its areas or stores. */
    private static Predicate<Actor> companys(Role role) {
        return actor -> actor.is(role) && actor.unit().equals(actor.company());
    }
}
