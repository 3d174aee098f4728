package io.shouqi.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * When a person last did something. A page that asks by itself whether there is news is no person: without this, a page
 * left open would keep its session alive for ever.
 */
@Component
class LastUse {

    /** Sent along by pages with what nobody asked for. */
    static final String UNATTENDED = "Unattended";

    private static final String LIVE = "/live";
    private static final String AT = LastUse.class.getName();
    /** A session is not written anew with every click. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final SessionLimits limits;
    private final Clock clock;

    LastUse(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @return false where the last use is too long ago for the session to go on */
    boolean note(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return true;
        }
        var now = clock.millis();
        var last = session.getAttribute(AT) instanceof Long at ? at : Long.valueOf(0);
        if (last > 0 && now - last > limits.idle().toMillis()) {
            return false;
        }
        if (isAttended(request) && now - last > GRAIN.toMillis()) {
            session.setAttribute(AT, now);
        }
        return true;
    }

    private static boolean isAttended(HttpServletRequest request) {
        return request.getHeader(UNATTENDED) == null
                && !request.getServletPath().equals(LIVE);
    }
}
