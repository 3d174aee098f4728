package io.shouqi.identity.admin;

import static io.shouqi.identity.Role.ADMINISTRATOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.AsksAgain;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** API keys. A new key is shown in the answer that made it and nowhere else. */
@Controller
@RequestMapping("/admin/keys")
@AllowedTo(ADMINISTRATOR)
@AsksAgain
class KeyPages {

    private static final String PAGE = "admin/keys";
    private static final String LIST = "redirect:/admin/keys";
    private static final String TOAST = "toast";
    private static final String SCOPE = "scope.";

    private final KeyList keys;
    private final KeyDesk desk;
    private final People people;
    private final Clock clock;

    KeyPages(KeyList keys, KeyDesk desk, People people, Clock clock) {
        this.keys = keys;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("keys", keys.managedBy(actor));
        model.addAttribute("people", people.active(actor));
        model.addAttribute("parts", ApiPart.values());
        model.addAttribute("graces", Grace.values());
        model.addAttribute("today", BusinessTime.today(clock));
        return PAGE;
    }

    @PostMapping
    String make(@RequestParam Map<String, String> form, @AuthenticationPrincipal Actor actor, Model model) {
        var scopes = form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(SCOPE))
                .collect(Collectors.toMap(field -> field.getKey().substring(SCOPE.length()), Map.Entry::getValue));
        return show(
                desk.make(actor, new KeyDesk.Wanted(form.get("name"), form.get("user"), scopes, form.get("lastDay"))),
                actor,
                model);
    }

    @PostMapping("/{id}/rotate")
    String rotate(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String grace,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var checks = new Checks();
        var chosen = checks.oneOf("grace", Grace.class, grace);
        checks.refuse();
        return show(desk.rotate(actor, id, Objects.requireNonNull(chosen)), actor, model);
    }

    private String show(KeyDesk.Made made, Actor actor, Model model) {
        model.addAttribute("made", made);
        return list(actor, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.revoke(actor, id);
        next.addFlashAttribute(TOAST, "admin.key.revoked");
        return LIST;
    }

    @PostMapping("/{id}/restore")
    String restore(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        desk.restore(actor, id);
        next.addFlashAttribute(TOAST, "admin.key.restored");
        return LIST;
    }
}
