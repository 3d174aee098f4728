package io.shouqi.identity;

import io.shouqi.shared.QrCode;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting the second factor on, getting new recovery codes, taking it off; each asks for the password again. */
@Controller
@RequestMapping("/account/factor")
@AllowedToStaff
class FactorPages {

    private static final String RECOVERY = "identity/recovery";

    private final SecondFactor factor;
    private final Passwords passwords;
    private final MessageSource messages;

    FactorPages(SecondFactor factor, Passwords passwords, MessageSource messages) {
        this.factor = factor;
        this.passwords = passwords;
        this.messages = messages;
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String current, @AuthenticationPrincipal Actor actor) {
        passwords.confirm(actor.id(), current);
        factor.begin(actor.id());
        return "redirect:/account/factor";
    }

    @GetMapping
    String scan(@AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        var waiting = factor.waiting(actor.id());
        if (waiting.isEmpty()) {
            return "redirect:/account";
        }
        var issuer = messages.getMessage("product", null, locale);
        var address = OneTimeCodes.address(waiting.get(), issuer, actor.username());
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
        model.addAttribute("secret", waiting.get().replaceAll("(.{4})(?=.)", "$1 "));
        return "identity/factor";
    }

    /** The recovery codes are in the answer itself and never again: no redirect. */
    @PostMapping("/confirm")
    String confirm(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal Actor actor, Model model) {
        return shown(factor.confirm(actor.id(), code), model);
    }

    @PostMapping("/recovery-codes")
    String renew(@RequestParam(defaultValue = "") String current, @AuthenticationPrincipal Actor actor, Model model) {
        passwords.confirm(actor.id(), current);
        return shown(factor.renewRecoveryCodes(actor.id()), model);
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal Actor actor,
            Locale locale,
            RedirectAttributes next) {
        passwords.confirm(actor.id(), current);
        factor.remove(actor.id());
        next.addFlashAttribute("toast", messages.getMessage("account.factor.removed", null, locale));
        return "redirect:/account";
    }

    private static String shown(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return RECOVERY;
    }
}
