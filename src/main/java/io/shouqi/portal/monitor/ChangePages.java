package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AsksAgain;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving a stuck case by hand: first what it would mean, then doing it. */
@Controller
@RequestMapping("/monitor/cases/{id}/change")
@AllowedTo(ADMINISTRATOR)
@AsksAgain
class ChangePages {

    private final ChangeDesk desk;
    private final CaseSheets sheets;

    ChangePages(ChangeDesk desk, CaseSheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    @GetMapping
    String outlook(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("outlook", desk.outlook(actor, id, from, to));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        sheets.fill(model, actor, id);
        return "monitor/change";
    }

    @PostMapping
    String move(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        desk.move(actor, id, from, to, reason);
        next.addFlashAttribute("monitorToast", "monitor.change.done");
        return "redirect:/monitor/cases/" + id;
    }
}
