package io.shouqi.portal.search;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search that opens over every page. By POST: the words may be a phone number, and addresses are kept everywhere. */
@Controller
@AllowedToStaff
class SearchPages {

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @PostMapping("/search")
    String find(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Actor actor, Model model) {
        var words = Words.of(q);
        if (words.sayEnough()) {
            model.addAttribute("groups", search.find(actor, words));
        }
        return "shell/search :: results";
    }
}
