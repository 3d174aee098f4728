package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the product will do by itself, and when. */
@Controller
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class JobPages {

    private final JobRows rows;
    private final MonitorFrame frame;

    JobPages(JobRows rows, MonitorFrame frame) {
        this.rows = rows;
        this.frame = frame;
    }

    @GetMapping("/monitor/jobs")
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var wanted = asked.wanted(actor, null);
        var page = rows.page(actor, wanted, cursor);
        frame.fill(model, actor, wanted);
        model.addAttribute("counts", rows.counts(actor, wanted));
        model.addAttribute("items", page.items());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : wanted.page("/monitor/jobs", page.next().toString()));
        return "monitor/jobs";
    }
}
