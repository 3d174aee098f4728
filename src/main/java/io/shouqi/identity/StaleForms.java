package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Says no to requests that may not be made. A form without the session's token is an old tab, or another site's doing:
 * the page says how to go on, and the audit log keeps it, since nothing behind would.
 */
@Component
public class StaleForms implements AccessDeniedHandler {

    /** Attribute of the request: the code of what the error page should say instead of "not allowed". */
    public static final String SAYS = "shouqi.says";

    private final Users users;
    private final RefusalLog refusals;

    StaleForms(Users users, RefusalLog refusals) {
        this.users = users;
        this.refusals = refusals;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (!(reason instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        var person = signedIn();
        request.setAttribute(SAYS, person.isPresent() ? "request.stale" : "request.signedOut");
        response.sendError(HttpStatus.FORBIDDEN.value());
        try (var visit = caller(person, request).enter()) {
            refusals.note("page", request, response);
        }
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    private Caller caller(Optional<SignedIn> person, HttpServletRequest request) {
        return person.flatMap(known -> Caller.SYSTEM.call(() -> users.byId(known.id())))
                .map(actor -> actor.through(Caller.Via.PAGE, request.getRemoteAddr()))
                .orElseGet(() -> Caller.stranger(Caller.Via.PAGE, request.getRemoteAddr()));
    }
}
