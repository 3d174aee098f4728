package io.shouqi.identity;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks those who come too often to wait, and says how long. */
class RateFilter extends OncePerRequestFilter {

    private final Function<HttpServletRequest, Optional<ConsumptionProbe>> limit;

    /** @param limit empty for requests that are not counted */
    private RateFilter(Function<HttpServletRequest, Optional<ConsumptionProbe>> limit) {
        this.limit = limit;
    }

    static RateFilter ofApi(RateLimits limits) {
        return new RateFilter(request -> {
            var who = SecurityContextHolder.getContext().getAuthentication();
            return Optional.of(
                    who instanceof KeyAuthentication key
                            ? limits.key(key.getPrincipal().username())
                            : limits.stranger(request.getRemoteAddr()));
        });
    }

    static RateFilter ofLinks(RateLimits limits) {
        return new RateFilter(request -> Optional.of(limits.stranger(request.getRemoteAddr())));
    }

    static RateFilter ofLogins(RateLimits limits) {
        return new RateFilter(request ->
                "POST".equals(request.getMethod()) && request.getServletPath().startsWith("/login")
                        ? Optional.of(limits.login(request.getRemoteAddr()))
                        : Optional.empty());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = limit.apply(request);
        if (answer.isEmpty() || answer.get().isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        var seconds = TimeUnit.NANOSECONDS.toSeconds(answer.get().getNanosToWaitForRefill()) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
