package io.shouqi.identity;

import io.shouqi.database.Caller;
import io.shouqi.database.Reach;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requests without a login: the product itself answers, having checked a signature or an unguessable link. */
class CallerFilter extends OncePerRequestFilter {

    private final Caller.Via via;
    private final String name;

    CallerFilter(Caller.Via via, String name) {
        this.via = via;
        this.name = name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = new Caller(Reach.EVERYTHING, null, name, null, via, request.getRemoteAddr());
        try (var visit = caller.enter()) {
            chain.doFilter(request, response);
        }
    }
}
