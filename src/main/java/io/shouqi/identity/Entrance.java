package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Leads through the stages of the login; who has passed the last one is in, and goes where he or she wanted to go. */
@Component
class Entrance implements AuthenticationSuccessHandler {

    private final SavedRequestAwareAuthenticationSuccessHandler destination =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final Sessions sessions;
    private final Users users;
    private final LoginLog log;
    private final SessionLimits limits;

    Entrance(Sessions sessions, Users users, LoginLog log, SessionLimits limits) {
        this.sessions = sessions;
        this.users = users;
        this.log = log;
        this.limits = limits;
    }

    /** The password was right; the session has a new id already. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof SignedIn person) {
            lead(person, request, response, authentication);
        }
    }

    /** One stage less; the session gets a new id again, since it now opens more. */
    void passed(LoginStage stage, SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var further = person.passed(stage);
        request.changeSessionId();
        sessions.remember(further, request, response);
        lead(further, request, response, Sessions.authentication(further));
    }

    private void lead(
            SignedIn person, HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (!person.isIn()) {
            response.sendRedirect(
                    request.getContextPath() + person.left().get(0).page());
            return;
        }
        request.getSession().setMaxInactiveInterval((int) limits.idle().toSeconds());
        Caller.SYSTEM
                .call(() -> users.accountOf(person.id()))
                .ifPresent(account -> log.cameIn(account, person.arrival()));
        destination.onAuthenticationSuccess(request, response, authentication);
    }
}
