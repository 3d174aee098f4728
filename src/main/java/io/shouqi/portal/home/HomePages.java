package io.shouqi.portal.home;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.Stores;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins. */
@Controller
@AllowedToStaff
class HomePages {

    private final HomeFigures figures;
    private final Stores stores;
    private final Clock clock;

    HomePages(HomeFigures figures, Stores stores, Clock clock) {
        this.figures = figures;
        this.stores = stores;
        this.clock = clock;
    }

    /** @param store one of the actor's; any other is as if nothing were chosen */
    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String store,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var chosen = store != null && actor.stores().contains(store) ? store : null;
        var view = new View(actor, chosen, clock.instant());
        model.addAttribute("home", figures.of(view, Period.of(period)));
        model.addAttribute("periods", Period.values());
        model.addAttribute("stores", stores.visibleTo(actor));
        model.addAttribute("store", chosen);
        model.addAttribute("drill", new Drill(chosen));
        return "home/home";
    }
}
