package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a request of a session act as its person is now. Who is half-way through the login is nobody yet, except at the
 * login's own pages.
 */
class ActorFilter extends OncePerRequestFilter {

    private final Presence presence;
    private final RefusalLog refusals;

    ActorFilter(Presence presence, RefusalLog refusals) {
        this.presence = presence;
        this.refusals = refusals;
    }

    /** Styles and scripts are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof SignedIn person)) {
            chain.doFilter(request, response);
            return;
        }
        if (!person.isIn() && request.getServletPath().startsWith("/login")) {
            chain.doFilter(request, response);
            return;
        }
        var actor = presence.now(person, request, response);
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor.get(), null, SignedIn.authorities(actor.get())));
        SecurityContextHolder.setContext(context);
        try (var visit =
                actor.get().through(Caller.Via.PAGE, request.getRemoteAddr()).enter()) {
            chain.doFilter(request, response);
            refusals.note("page", request, response);
        }
    }

    /** An answer that is written later still belongs to the same person. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
