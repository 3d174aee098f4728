package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: who one is here, the password, the sessions, and whose work one does. */
@Controller
@RequestMapping("/account")
@AllowedToStaff
class AccountPages {

    private static final String BACK = "redirect:/account";

    private final AccountSheets sheets;
    private final Passwords passwords;
    private final ProofCheck proof;
    private final Sessions sessions;
    private final DeputyDesk desk;
    private final MessageSource messages;

    AccountPages(
            AccountSheets sheets,
            Passwords passwords,
            ProofCheck proof,
            Sessions sessions,
            DeputyDesk desk,
            MessageSource messages) {
        this.sheets = sheets;
        this.passwords = passwords;
        this.proof = proof;
        this.sessions = sessions;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("sheet", sheets.of(actor, request.getSession().getId()));
        return "identity/account";
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes next) {
        passwords.confirm(actor.id(), current);
        passwords.choose(
                actor.id(),
                new NewPassword(password, repeated),
                request.getSession().getId());
        request.changeSessionId();
        toast(next, "account.password.changed", locale);
        return BACK;
    }

    /** The password once more, before something that {@link AsksAgain} guards. */
    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request) {
        passwords.confirm(actor.id(), current);
        proof.given(request);
    }

    @PostMapping("/sessions/{handle}/end")
    String endSession(
            @PathVariable String handle, @AuthenticationPrincipal Actor actor, Locale locale, RedirectAttributes next) {
        sessions.endOne(actor.id(), handle);
        toast(next, "account.session.ended", locale);
        return BACK;
    }

    @PostMapping("/sessions/end-others")
    String endOtherSessions(
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, Locale locale, RedirectAttributes next) {
        sessions.endOthers(actor.id(), request.getSession().getId());
        toast(next, "account.sessions.ended", locale);
        return BACK;
    }

    /** Begins to do the work of somebody who is away. */
    @PostMapping("/deputy/{absent}")
    String actFor(
            @PathVariable UUID absent,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.begin(actor, absent, request, response);
        return "redirect:/";
    }

    @PostMapping("/deputy/end")
    String backToOneself(
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response) {
        desk.end(actor, request, response);
        return "redirect:/";
    }

    private void toast(RedirectAttributes next, String key, Locale locale) {
        next.addFlashAttribute("toast", messages.getMessage(key, null, locale));
    }
}
