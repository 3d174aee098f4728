package io.shouqi.identity.admin;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AsksAgain;
import io.shouqi.identity.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each of the people of one's units. A first password is shown in the answer that made it and nowhere else. */
@Controller
@RequestMapping("/admin/people")
@AllowedTo(ADMINISTRATOR)
@AsksAgain
class PeoplePages {

    private static final String PERSON = "admin/person";
    private static final String ONE = "redirect:/admin/people/{id}";
    private static final String TOAST = "toast";

    private final People people;
    private final PeopleDesk desk;
    private final Units units;

    PeoplePages(People people, PeopleDesk desk, Units units) {
        this.people = people;
        this.desk = desk;
        this.units = units;
    }

    @GetMapping("/new")
    String fresh(
            @RequestParam(required = false) @Nullable String unit, @AuthenticationPrincipal Actor actor, Model model) {
        fill(actor, model);
        model.addAttribute("chosen", unit);
        model.addAttribute("granted", Set.of());
        return "admin/person-new";
    }

    @PostMapping
    String add(
            @ModelAttribute PersonForm form,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var admitted = desk.add(actor, form);
        return handOver(actor, admitted.id(), admitted.password(), model, response);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Model model) {
        fill(actor, model);
        model.addAttribute("person", people.managed(actor, id));
        model.addAttribute("own", actor.sharesEyesWith(id));
        return PERSON;
    }

    private void fill(Actor actor, Model model) {
        model.addAttribute("units", units.managedBy(actor));
        model.addAttribute("allRoles", Role.values());
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @ModelAttribute PersonForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        desk.change(actor, id, form);
        next.addFlashAttribute(TOAST, "admin.saved");
        return ONE;
    }

    @PostMapping("/{id}/deactivate")
    String deactivate(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.deactivate(actor, id);
        next.addFlashAttribute(TOAST, "admin.person.deactivated");
        return ONE;
    }

    @PostMapping("/{id}/reactivate")
    String reactivate(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.reactivate(actor, id);
        next.addFlashAttribute(TOAST, "admin.person.reactivated");
        return ONE;
    }

    @PostMapping("/{id}/second-factor")
    String removeSecondFactor(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.removeSecondFactor(actor, id);
        next.addFlashAttribute(TOAST, "admin.person.factor.removed");
        return ONE;
    }

    @PostMapping("/{id}/sessions")
    String endSessions(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.endSessions(actor, id);
        next.addFlashAttribute(TOAST, "admin.person.sessions.ended");
        return ONE;
    }

    @PostMapping("/{id}/password")
    String resetPassword(
            @PathVariable UUID id, @AuthenticationPrincipal Actor actor, Model model, HttpServletResponse response) {
        return handOver(actor, id, desk.resetPassword(actor, id), model, response);
    }

    /** No redirect: the password is in this answer alone. Looking again shows the person without it. */
    private String handOver(Actor actor, UUID id, String password, Model model, HttpServletResponse response) {
        response.setHeader("HX-Push-Url", "/admin/people/" + id);
        model.addAttribute("password", password);
        return one(id, actor, model);
    }
}
