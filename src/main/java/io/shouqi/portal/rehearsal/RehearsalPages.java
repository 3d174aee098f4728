package io.shouqi.portal.rehearsal;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.DIRECTOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.portal.Diagram;
import io.shouqi.workflow.RehearsalChoice;
import io.shouqi.workflow.RehearsalChoice.Kind;
import io.shouqi.workflow.RehearsalPace;
import io.shouqi.workflow.Rehearsals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Playing a process through, for those who change processes and those who approve the change. */
@Controller
@RequestMapping("/processes/{key}/rehearsal")
@AllowedTo({ANALYST, DIRECTOR, ADMINISTRATOR})
class RehearsalPages {

    private final Script.Shelf scripts;
    private final Rehearsals rehearsals;
    private final Choices choices;

    RehearsalPages(Script.Shelf scripts, Rehearsals rehearsals, Choices choices) {
        this.scripts = scripts;
        this.rehearsals = rehearsals;
        this.choices = choices;
    }

    @GetMapping
    String page(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var script = scripts.find(actor, key, draft, version);
        play(script, List.of(), RehearsalPace.DECISIONS, actor, model);
        return "rehearsal/page";
    }

    @GetMapping("/diagram")
    @ResponseBody
    Diagram diagram(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Actor actor) {
        var script = scripts.find(actor, key, draft, version);
        return Diagram.plain(new String(script.model().getByteArray(), StandardCharsets.UTF_8));
    }

    /** @param kind of the choice that is made now; none where one was taken back */
    @PostMapping
    String go(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String choices,
            @RequestParam(defaultValue = "DECISIONS") RehearsalPace pace,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "") String element,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var before = this.choices.read(choices);
        var now = kind == null ? before : this.choices.with(before, kind, element, form);
        play(scripts.find(actor, key, draft, version), now, pace, actor, model);
        return "rehearsal/page";
    }

    private void play(Script script, List<RehearsalChoice> made, RehearsalPace pace, Actor actor, Model model) {
        var rehearsal =
                rehearsals.play(actor.company(), script.key(), script.model().getByteArray(), made, pace);
        // what did not fit is taken back, so that another choice can be made there
        var kept = made.subList(0, Math.min(rehearsal.used(), made.size()));
        var shortened = kept.isEmpty() ? "" : choices.text(kept.subList(0, kept.size() - 1));
        model.addAttribute("course", new Course(script, rehearsal, pace, choices.text(kept), shortened));
    }
}
