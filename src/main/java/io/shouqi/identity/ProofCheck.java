package io.shouqi.identity;

import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps when a session's person last gave the password, and asks again where {@link AsksAgain} says so. */
@Component
class ProofCheck implements HandlerInterceptor {

    /** The page opens its dialog when an answer has it, and sends the same again afterwards. */
    private static final String HEADER = "Ask-Again";

    private static final String PROVEN = "shouqi.proven";

    private final Sessions sessions;
    private final SessionLimits limits;
    private final Clock clock;

    ProofCheck(Sessions sessions, SessionLimits limits, Clock clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (asks(handler) && !HttpMethod.GET.matches(request.getMethod()) && !isFresh(request)) {
            response.setHeader(HEADER, "password");
            throw Refusal.forbidden("proof.again");
        }
        return true;
    }

    void given(HttpServletRequest request) {
        request.getSession().setAttribute(PROVEN, clock.instant());
    }

    private static boolean asks(Object handler) {
        return handler instanceof HandlerMethod endpoint
                && (endpoint.hasMethodAnnotation(AsksAgain.class)
                        || endpoint.getBeanType().isAnnotationPresent(AsksAgain.class));
    }

    private boolean isFresh(HttpServletRequest request) {
        var given = lastGiven(request);
        return given != null && clock.instant().isBefore(given.plus(limits.asksAgainAfter()));
    }

    private @Nullable Instant lastGiven(HttpServletRequest request) {
        return request.getSession().getAttribute(PROVEN) instanceof Instant given
                ? given
                : sessions.person(request).map(person -> person.arrival().at()).orElse(null);
    }
}
