package io.shouqi.portal.help;

import io.shouqi.identity.AllowedToStaff;
import io.shouqi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manual as pages; the panel beside a page shows the same. */
@Controller
@RequestMapping(Manual.PATH)
@AllowedToStaff
class HelpPages {

    private static final int PASSAGES = 20;

    private final Manual manual;

    HelpPages(Manual manual) {
        this.manual = manual;
    }

    @GetMapping
    String contents(Model model) {
        return chapter(Manual.FIRST, model);
    }

    @GetMapping("/{chapter}")
    String chapter(@PathVariable String chapter, Model model) {
        var open = manual.chapter(chapter).orElseThrow(() -> Refusal.unknown("help.unknown"));
        model.addAttribute("chapters", manual.chapters());
        model.addAttribute("open", open);
        return "shell/help";
    }

    /** By POST, since people type numbers of customers into every field there is. */
    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("passages", manual.about(q, PASSAGES));
        model.addAttribute("q", q.strip());
        return "shell/help :: passages";
    }
}
