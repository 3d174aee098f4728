package io.shouqi.identity;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaves are entered and revoked at one's own account, also those of the people one looks after. */
@Controller
@RequestMapping("/account/leaves")
@AllowedToStaff
class LeavePages {

    private static final String BACK = "redirect:/account";

    private final Leaves leaves;
    private final MessageSource messages;

    LeavePages(Leaves leaves, MessageSource messages) {
        this.leaves = leaves;
        this.messages = messages;
    }

    /** @param username of who is away; one's own where nothing is said */
    @PostMapping
    String enter(
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String deputy,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        var absent = username == null || username.isBlank() ? actor.username() : username;
        leaves.enter(actor, new Leaves.Request(absent, deputy, from, to));
        toast(next, "account.leave.entered", locale);
        return BACK;
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, Locale locale, RedirectAttributes next) {
        leaves.revoke(actor, id);
        toast(next, "account.leave.revoked", locale);
        return BACK;
    }

    private void toast(RedirectAttributes next, String key, Locale locale) {
        next.addFlashAttribute("toast", messages.getMessage(key, null, locale));
    }
}
