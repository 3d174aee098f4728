package io.shouqi.portal.monitor;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.shared.Checks;
import io.shouqi.workflow.Drawings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where the money stands: a process with figures on each of its elements, and the cases behind each figure. */
@Controller
@RequestMapping("/monitor")
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class MonitorPages {

    /** The process everybody looks at first. */
    static final String USUAL = "contract-to-payment";

    private final HeatMap heat;
    private final HeatDrawer drawer;
    private final StandingRows standing;
    private final Drawings drawings;
    private final MonitorFrame frame;

    MonitorPages(HeatMap heat, HeatDrawer drawer, StandingRows standing, Drawings drawings, MonitorFrame frame) {
        this.heat = heat;
        this.drawer = drawer;
        this.standing = standing;
        this.drawings = drawings;
        this.frame = frame;
    }

    @GetMapping
    String map(Asked asked, @AuthenticationPrincipal Actor actor, Model model) {
        var wanted = asked.wanted(actor, USUAL);
        var drawing = drawings.find(actor.company(), process(wanted), wanted.version());
        frame.fill(model, actor, wanted);
        model.addAttribute("drawing", drawing);
        model.addAttribute("figures", heat.of(actor, wanted, drawing));
        return "monitor/map";
    }

    @GetMapping("/diagram")
    @ResponseBody
    HeatDrawing diagram(Asked asked, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Locale locale) {
        var wanted = asked.wanted(actor, USUAL);
        var drawing = drawings.find(actor.company(), process(wanted), wanted.version());
        return drawer.draw(heat.of(actor, wanted, drawing), drawing, wanted, request.getContextPath(), locale);
    }

    @GetMapping("/standing")
    String standing(
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var wanted = asked.wanted(actor, USUAL);
        var checks = new Checks();
        checks.required("element", wanted.element(), 100);
        checks.refuse();
        var drawing = drawings.find(actor.company(), process(wanted), wanted.version());
        var page = standing.page(actor, wanted, cursor);
        frame.fill(model, actor, wanted);
        model.addAttribute("drawing", drawing);
        model.addAttribute("elementName", drawing.nameOf(String.valueOf(wanted.element())));
        model.addAttribute("items", page.items());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : wanted.page("/monitor/standing", page.next().toString()));
        return "monitor/standing";
    }

    private static String process(Wanted wanted) {
        return String.valueOf(wanted.process());
    }
}
