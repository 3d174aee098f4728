package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What failed, why, and the button that has it done again. */
@Controller
@RequestMapping("/monitor/incidents")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class IncidentPages {

    private final IncidentRows rows;
    private final RetryDesk desk;
    private final MonitorFrame frame;

    IncidentPages(IncidentRows rows, RetryDesk desk, MonitorFrame frame) {
        this.rows = rows;
        this.desk = desk;
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
        model.addAttribute("items", page.items());
        model.addAttribute("count", rows.count(actor, wanted));
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : wanted.page("/monitor/incidents", page.next().toString()));
        return "monitor/incidents";
    }

    /** @param pick ids of incidents, one or several */
    @PostMapping("/retry")
    @AllowedTo({ANALYST, ADMINISTRATOR})
    String retry(
            @RequestParam(required = false) @Nullable List<String> pick,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        var batch = desk.again(actor, pick == null ? List.of() : pick);
        if (batch.isEmpty()) {
            next.addFlashAttribute("monitorToast", "monitor.retry.gone");
            return "redirect:/monitor/incidents";
        }
        return "redirect:/monitor/retries/" + batch.get();
    }
}
