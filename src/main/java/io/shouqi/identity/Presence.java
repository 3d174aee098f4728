package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a session is worth at this moment. */
@Component
class Presence {

    private final Users users;
    private final Deputies deputies;
    private final Sessions sessions;
    private final SessionLimits limits;
    private final LastUse lastUse;
    private final Clock clock;

    Presence(Users users, Deputies deputies, Sessions sessions, SessionLimits limits, LastUse lastUse, Clock clock) {
        this.users = users;
        this.deputies = deputies;
        this.sessions = sessions;
        this.limits = limits;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    /** Those of the sessions, by their ids, that are worth something, and as whom. */
    Map<String, Actor> now(Set<String> ids) {
        return Caller.SYSTEM.call(() -> {
            var known = sessions.people(ids);
            var people = users.byIds(known.values().stream().map(SignedIn::id).collect(Collectors.toSet()));
            var present = new HashMap<String, Actor>();
            known.forEach((id, person) -> {
                var self = people.get(person.id());
                if (self != null && mayBeIn(person)) {
                    present.put(id, inPlace(person, self).orElse(self));
                }
            });
            return present;
        });
    }

    private boolean mayBeIn(SignedIn person) {
        return person.isIn() && !clock.instant().isAfter(person.arrival().at().plus(limits.longest()));
    }

    private Optional<Actor> inPlace(SignedIn person, Actor self) {
        var absent = person.actingFor();
        return absent == null ? Optional.empty() : deputies.inPlaceOf(absent, self);
    }

    /** Empty for somebody who is not in yet, may sign in no more, has been in or away for too long. */
    Optional<Actor> now(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        if (!mayBeIn(person) || !lastUse.note(request)) {
            return Optional.empty();
        }
        var self = Caller.SYSTEM.call(() -> users.byId(person.id()));
        if (self.isEmpty() || person.actingFor() == null) {
            return self;
        }
        var inPlace = Caller.SYSTEM.call(() -> inPlace(person, self.get()));
        if (inPlace.isEmpty()) {
            // the leave is over; another one is begun on purpose
            sessions.remember(person.actingFor(null), request, response);
            return self;
        }
        return inPlace;
    }
}
