package io.shouqi.identity;

import io.shouqi.database.Caller;
import io.shouqi.database.Reach;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requests without a login: the product itself answers, having checked a signature or an unguessable link. */
class CallerFilter extends OncePerRequestFilter {

    private final Caller.Via via;
    private final String name;
    private final RefusalLog refusals;

    CallerFilter(Caller.Via via, String name, RefusalLog refusals) {
        this.via = via;
        this.name = name;
        this.refusals = refusals;
    }

    /** The first part of the address; what follows may be the key to a customer's page. */
    private static String doorOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end) + "/…";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = new Caller(Reach.EVERYTHING, null, name, null, via, request.getRemoteAddr());
        try (var visit = caller.enter()) {
            chain.doFilter(request, response);
            refusals.note(via.name().toLowerCase(Locale.ROOT), doorOf(request), request, response);
        }
    }
}
