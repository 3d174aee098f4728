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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A stop of the tour: {@code tour.NAME} is its heading, {@code tour.NAME.text} what is said there. Who has several roles
 * is shown the stops of all of them, each once.
 */
enum TourStep {
    TASKS("/tasks", ".queues", CLERK, CASHIER, AGENT, FINANCE, ANALYST),
    APPROVALS("/tasks", ".queues", STORE_MANAGER, AREA_MANAGER, DIRECTOR),
    CONTRACTS("/contracts", ".page-head", CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, AUDITOR),
    CASHIER_DESK("/cashier", ".finder-form", CLERK, CASHIER),
    PEOPLE("/admin/people", ".sub-nav", ADMINISTRATOR),
    AUDIT("/audit", ".audit-filters", AUDITOR, ADMINISTRATOR),
    SEARCH("", "[data-search-opens]", Role.values()),
    NOTICES("", "[data-notices]", Role.values()),
    HELP("", "[data-help]", Role.values());

    /** Where to stand; empty for what is on every page. */
    final String path;
    /** What to point at, as a CSS selector. */
    final String place;

    private final Set<Role> roles;

    TourStep(String path, String place, Role... roles) {
        this.path = path;
        this.place = place;
        this.roles = EnumSet.copyOf(Arrays.asList(roles));
    }

    static List<TourStep> of(Actor actor) {
        return Arrays.stream(values())
                .filter(step -> step.roles.stream().anyMatch(actor::is))
                .toList();
    }

    public String path() {
        return path;
    }

    public String place() {
        return place;
    }
}
