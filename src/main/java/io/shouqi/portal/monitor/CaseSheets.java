package io.shouqi.portal.monitor;

import io.shouqi.identity.Actor;
import io.shouqi.workflow.Drawings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** All there is to say of one case. */
@Component
@Transactional(readOnly = true)
class CaseSheets {

    private final CaseRows rows;
    private final CaseTasks tasks;
    private final IncidentRows incidents;
    private final ChangeDesk changes;
    private final Drawings drawings;
    private final MonitorFrame frame;

    CaseSheets(
            CaseRows rows,
            CaseTasks tasks,
            IncidentRows incidents,
            ChangeDesk changes,
            Drawings drawings,
            MonitorFrame frame) {
        this.rows = rows;
        this.tasks = tasks;
        this.incidents = incidents;
        this.changes = changes;
        this.drawings = drawings;
        this.frame = frame;
    }

    void fill(Model model, Actor actor, UUID instance) {
        var row = rows.find(actor, instance);
        var work = row.work();
        frame.fill(model, actor, Asked.NOTHING.wanted(actor, null));
        model.addAttribute("row", row);
        model.addAttribute("drawing", drawings.find(actor.company(), work.process(), work.version()));
        model.addAttribute("tasks", tasks.open(actor, work));
        model.addAttribute("related", rows.related(actor, instance));
        model.addAttribute("incidents", incidents.of(actor, instance));
        model.addAttribute("changes", changes.done(instance));
    }
}
