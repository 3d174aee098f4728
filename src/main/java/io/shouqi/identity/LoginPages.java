package io.shouqi.identity;

import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stages of the login, each on a page of its own. Spring Security takes the password itself. */
@Controller
@RequestMapping("/login")
@OpenDoor("a session that has passed the stages before; who has none begins here")
class LoginPages {

    private final Sessions sessions;
    private final LoginDesk desk;
    private final Entrance entrance;
    private final MessageSource messages;

    LoginPages(Sessions sessions, LoginDesk desk, Entrance entrance, MessageSource messages) {
        this.sessions = sessions;
        this.desk = desk;
        this.entrance = entrance;
        this.messages = messages;
    }

    @GetMapping
    String login(HttpServletRequest request) {
        return sessions.person(request)
                .filter(person -> !person.isIn())
                .map(person -> "redirect:" + person.left().get(0).page())
                .orElse("identity/login");
    }

    @GetMapping("/code")
    String code(HttpServletRequest request) {
        return at(LoginStage.CODE, request).isPresent() ? "identity/code" : "redirect:/login";
    }

    /** @param recovery in place of the code, where the phone is lost */
    @PostMapping("/code")
    @Nullable
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recovery,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var person = at(LoginStage.CODE, request);
        if (person.isEmpty()) {
            return "redirect:/login";
        }
        var passed = recovery.isBlank()
                ? desk.takesCode(person.get(), code, request.getRemoteAddr())
                : desk.takesRecoveryCode(person.get(), recovery, request.getRemoteAddr());
        if (!passed) {
            return "redirect:/login/code?error";
        }
        var proof = recovery.isBlank() ? LoginProof.PHONE : LoginProof.RECOVERY_CODE;
        entrance.passed(LoginStage.CODE, person.get().by(proof), request, response);
        return null;
    }

    @GetMapping("/password")
    String password(HttpServletRequest request) {
        return at(LoginStage.NEW_PASSWORD, request).isPresent() ? "identity/new-password" : "redirect:/login";
    }

    @PostMapping("/password")
    @Nullable
    String password(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws ServletException, IOException {
        var person = at(LoginStage.NEW_PASSWORD, request);
        if (person.isEmpty()) {
            return "redirect:/login";
        }
        try {
            desk.choosePassword(person.get(), new NewPassword(password, repeated), request);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("problems", texts(refusal.fields(), locale));
            return "identity/new-password";
        }
        entrance.passed(LoginStage.NEW_PASSWORD, person.get(), request, response);
        return null;
    }

    private Optional<SignedIn> at(LoginStage stage, HttpServletRequest request) {
        return sessions.person(request).filter(person -> person.isAt(stage));
    }

    private List<String> texts(List<FieldError> problems, Locale locale) {
        return problems.stream()
                .map(problem ->
                        messages.getMessage(problem.code(), problem.arguments().toArray(), locale))
                .toList();
    }
}
