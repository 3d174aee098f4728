package io.shouqi.portal.shell;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The stops of a person's tour, and that it is over. */
@Controller
@RequestMapping("/tour")
@AllowedToStaff
class TourPages {

    private final Tours tours;

    TourPages(Tours tours) {
        this.tours = tours;
    }

    @GetMapping
    String steps(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("steps", TourStep.of(actor));
        return "shell/tour :: steps";
    }

    /** Walked to its end or skipped: it does not begin by itself again. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@AuthenticationPrincipal Actor actor) {
        tours.seen(actor);
    }
}
