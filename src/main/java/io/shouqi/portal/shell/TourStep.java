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
import java.util.List;
import java.util.Set;

/**
 * A stop of the tour. Who has several roles is shown the stops of all of them, each once.
 *
 * @param text message code of its heading; with .text, of what is said there
 * @param path where to stand; empty for what is on every page
 * @param place what to point at, as a CSS selector
 */
public record TourStep(String text, String path, String place, Set<Role> roles) {

    private static final List<TourStep> ALL = List.of(
            new TourStep("tour.TASKS", "/tasks", ".queues", Set.of(CLERK, CASHIER, AGENT, FINANCE, ANALYST)),
            new TourStep("tour.APPROVALS", "/tasks", ".queues", Set.of(STORE_MANAGER, AREA_MANAGER, DIRECTOR)),
            new TourStep(
                    "tour.CONTRACTS",
                    "/contracts",
                    ".page-head",
                    Set.of(CLERK, CASHIER, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, AUDITOR)),
            new TourStep("tour.CASHIER_DESK", "/cashier", ".finder-form", Set.of(CLERK, CASHIER)),
            new TourStep("tour.PEOPLE", "/admin/people", ".sub-nav", Set.of(ADMINISTRATOR)),
            new TourStep("tour.AUDIT", "/audit", ".audit-filters", Set.of(AUDITOR, ADMINISTRATOR)),
            everywhere("tour.SEARCH", "[data-search-opens]"),
            everywhere("tour.NOTICES", "[data-notices]"),
            everywhere("tour.HELP", ".frame-tools > [data-help]"));

    private static TourStep everywhere(String text, String place) {
        return new TourStep(text, "", place, Set.of(Role.values()));
    }

    static List<TourStep> of(Actor actor) {
        return ALL.stream()
                .filter(step -> step.roles.stream().anyMatch(actor::is))
                .toList();
    }
}
