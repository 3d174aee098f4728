package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.portal.Diagram;
import io.shouqi.workflow.Diagrams;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Cases by how they are doing, and each of them. */
@Controller
@RequestMapping("/monitor/cases")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class CasePages {

    private final CaseRows rows;
    private final CaseSheets sheets;
    private final Diagrams diagrams;
    private final MonitorFrame frame;

    CasePages(CaseRows rows, CaseSheets sheets, Diagrams diagrams, MonitorFrame frame) {
        this.rows = rows;
        this.sheets = sheets;
        this.diagrams = diagrams;
        this.frame = frame;
    }

    @GetMapping
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var wanted = asked.wanted(actor, null);
        var page = rows.page(actor, wanted, cursor);
        frame.fill(model, actor, wanted);
        model.addAttribute("counts", rows.counts(actor, wanted));
        model.addAttribute("days", CaseRows.DAYS);
        model.addAttribute("items", page.items());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : wanted.page("/monitor/cases", page.next().toString()));
        return "monitor/cases";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Model model) {
        sheets.fill(model, actor, id);
        return "monitor/case";
    }

    @GetMapping("/{id}/diagram")
    @ResponseBody
    Diagram diagram(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return Diagram.of(diagrams.of(rows.find(actor, id).work().instance()));
    }
}
