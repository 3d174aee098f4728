package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a session is worth at this moment. */
@Component
class Presence {

    private final Users users;
    private final Deputies deputies;
    private final Sessions sessions;
    private final SessionLimits limits;
    private final Clock clock;

    Presence(Users users, Deputies deputies, Sessions sessions, SessionLimits limits, Clock clock) {
        this.users = users;
        this.deputies = deputies;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** Empty for somebody who is not in yet, may sign in no more, or has been in for too long. */
    Optional<Actor> now(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        if (!person.isIn() || clock.instant().isAfter(person.arrival().at().plus(limits.longest()))) {
            return Optional.empty();
        }
        var self = Caller.SYSTEM.call(() -> users.byId(person.id()));
        var absent = person.actingFor();
        if (self.isEmpty() || absent == null) {
            return self;
        }
        var inPlace = Caller.SYSTEM.call(() -> deputies.inPlaceOf(absent, self.get()));
        if (inPlace.isEmpty()) {
            // the leave is over; another one is begun on purpose
            sessions.remember(person.actingFor(null), request, response);
            return self;
        }
        return inPlace;
    }
}
