package io.shouqi.portal.notice;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.notice.Notices;
import jakarta.servlet.http.HttpServletResponse;
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

/** What the person at the page has been told: the number in the bar, the panel below it, the whole list. */
@Controller
@RequestMapping("/notices")
@AllowedToStaff
class NoticePages {

    static final int PAGE = 30;
    private static final int IN_PANEL = 6;

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID after, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("page", notices.page(actor.id(), after, PAGE));
        return "shell/notices";
    }

    @GetMapping("/count")
    String count() {
        return "shell/bell :: count";
    }

    @GetMapping("/panel")
    String panel(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("page", notices.page(actor.id(), null, IN_PANEL));
        return "shell/bell :: panel";
    }

    /** Reads it and goes where there is more to see. */
    @PostMapping("/{id}/open")
    String open(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return "redirect:" + notices.read(actor.id(), id);
    }

    /** From the panel and from the list, each of which shows itself again. */
    @PostMapping("/read")
    String readAll(
            @RequestParam(defaultValue = "LIST") Place place,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        notices.readAll(actor.id());
        // the number in the bar listens; a redirect would lose the header
        response.setHeader("HX-Trigger", "live:notices");
        return place == Place.PANEL ? panel(actor, model) : list(null, actor, model);
    }

    enum Place {
        LIST,
        PANEL
    }
}
