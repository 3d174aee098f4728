package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer <key>} makes the request act for the key's user. */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final RefusalLog refusals;

    ApiKeyFilter(ApiKeys keys, RefusalLog refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var known = header != null && header.startsWith(SCHEME)
                ? Caller.SYSTEM.call(
                        () -> keys.find(header.substring(SCHEME.length()).strip()))
                : Optional.<KeyAuthentication>empty();
        known.ifPresent(ApiKeyFilter::signIn);
        var address = request.getRemoteAddr();
        var caller = known.map(key -> key.getPrincipal().through(Caller.Via.API, address))
                .orElseGet(() -> Caller.stranger(Caller.Via.API, address));
        try (var visit = caller.enter()) {
            chain.doFilter(request, response);
            refusals.note("api", request, response);
        }
    }

    private static void signIn(KeyAuthentication key) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(key);
        SecurityContextHolder.setContext(context);
    }
}
