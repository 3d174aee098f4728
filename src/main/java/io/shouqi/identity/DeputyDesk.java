package io.shouqi.identity;

import io.shouqi.database.Caller;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where a deputy takes the absent one's place, and leaves it. */
@Component
class DeputyDesk {

    private final Deputies deputies;
    private final Sessions sessions;
    private final LoginLog log;

    DeputyDesk(Deputies deputies, Sessions sessions, LoginLog log) {
        this.deputies = deputies;
        this.sessions = sessions;
        this.log = log;
    }

    /** @throws Refusal unless that person is away today and named this deputy */
    void begin(Actor actor, UUID absent, HttpServletRequest request, HttpServletResponse response) {
        var inPlace = Caller.SYSTEM
                .call(() -> deputies.inPlaceOf(absent, actor))
                .map(Actor::actingFor)
                .orElseThrow(() -> Refusal.unknown("leave.gone"));
        end(actor, request, response);
        sessions.person(request).ifPresent(person -> sessions.remember(person.actingFor(absent), request, response));
        log.deputyBegan(actor, inPlace);
    }

    void end(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var absent = actor.actingFor();
        if (absent != null) {
            sessions.person(request).ifPresent(person -> sessions.remember(person.actingFor(null), request, response));
            log.deputyEnded(actor, absent);
        }
    }
}
