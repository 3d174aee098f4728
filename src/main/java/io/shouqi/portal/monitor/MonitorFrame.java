package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Stores;
import io.shouqi.shared.BusinessTime;
import io.shouqi.workflow.Drawings;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of the monitor have: the choices above, the ways between them, and who may do what. */
@Component
class MonitorFrame {

    /** They look at contracts; those who keep rules and accounts see numbers and money of a case, no address. */
    private static final Set<Role> READERS =
            Set.of(Role.STORE_MANAGER, Role.AREA_MANAGER, Role.DIRECTOR, Role.AUDITOR, Role.FINANCE, Role.CLERK);

    private final Drawings drawings;
    private final Stores stores;
    private final IncidentRows incidents;
    private final Clock clock;

    MonitorFrame(Drawings drawings, Stores stores, IncidentRows incidents, Clock clock) {
        this.drawings = drawings;
        this.stores = stores;
        this.incidents = incidents;
        this.clock = clock;
    }

    void fill(Model model, Actor actor, Wanted wanted) {
        var versions = drawings.versions(actor.company());
        model.addAttribute("wanted", wanted);
        model.addAttribute("processes", newest(versions));
        model.addAttribute(
                "versions",
                versions.stream()
                        .filter(each -> each.process().equals(wanted.process()))
                        .toList());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("measures", Measure.values());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("failures", incidents.count(actor, wanted.ofAllProcesses()));
        model.addAttribute("today", BusinessTime.today(clock));
        model.addAttribute("names", new Names(drawings, actor.company()));
        model.addAttribute("reads", actor.roles().stream().anyMatch(READERS::contains));
        model.addAttribute("retries", actor.is(Role.ADMINISTRATOR) || actor.is(Role.ANALYST));
        model.addAttribute("administers", actor.is(Role.ADMINISTRATOR));
    }

    private static List<Drawings.Version> newest(List<Drawings.Version> versions) {
        var seen = new HashSet<String>();
        return versions.stream().filter(each -> seen.add(each.process())).toList();
    }
}
