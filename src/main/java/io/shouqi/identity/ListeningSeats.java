package io.shouqi.identity;

import io.shouqi.live.Audience;
import io.shouqi.live.LiveDoor;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An open page is let go as soon as its session is over, or its person has other roles or stores. */
@Component
class ListeningSeats implements LiveDoor {

    private final Presence presence;

    ListeningSeats(Presence presence) {
        this.presence = presence;
    }

    @Override
    public Set<Audience> stillWelcome(Set<Audience> listeners) {
        var seats = listeners.stream()
                .filter(ListeningSeat.class::isInstance)
                .map(ListeningSeat.class::cast)
                .toList();
        var present = presence.now(seats.stream().map(ListeningSeat::session).collect(Collectors.toSet()));
        return seats.stream()
                .filter(seat -> seat.actor().equals(present.get(seat.session())))
                .collect(Collectors.toSet());
    }
}
