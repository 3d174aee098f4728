package io.shouqi.portal;

import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers of one person on a contract, in full, for those whose work needs them. */
@Controller
@AllowedTo({CLERK, AGENT, STORE_MANAGER, AREA_MANAGER, DIRECTOR, FINANCE})
class RevealPages {

    private final Revealing revealing;

    RevealPages(Revealing revealing) {
        this.revealing = revealing;
    }

    @PostMapping("/contracts/{no}/reveal")
    String reveal(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var checks = new Checks();
        var role = checks.oneOf("party", PartyRole.class, party);
        var why = checks.required("reason", reason, 200);
        checks.refuse();
        model.addAttribute(
                "person", revealing.reveal(actor, no, Objects.requireNonNull(role), Objects.requireNonNull(why)));
        return "portal/contract-people :: revealed";
    }
}
