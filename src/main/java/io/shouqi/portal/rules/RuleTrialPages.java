package io.shouqi.portal.rules;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.RuleTrials;
import io.shouqi.pricing.TrialCase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A case is put to a version, and nothing comes of it but an answer. */
@Controller
@AllowedTo({STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE, ANALYST, AUDITOR, ADMINISTRATOR})
class RuleTrialPages {

    private final RuleTrials trials;
    private final RuleSheets sheets;

    RuleTrialPages(RuleTrials trials, RuleSheets sheets) {
        this.trials = trials;
        this.sheets = sheets;
    }

    @GetMapping("/rules/{table}/{version}/trial")
    String answer(
            @PathVariable String table,
            @PathVariable int version,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable List<String> services,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        sheets.readable(actor, table, version);
        var given = new TrialCase(
                form.get("day"),
                form.get("type"),
                form.get("city"),
                form.get("store"),
                form.get("subject"),
                form.get("amount"),
                form.get("percent"),
                Objects.requireNonNullElse(services, List.of()),
                form.get("discount"));
        model.addAttribute("trial", trials.of(actor.company(), table, Integer.toString(version), given));
        return "rules/trial :: answer";
    }
}
