package io.shouqi.live;

import java.util.Set;

/** Knows who may still listen; asked every few seconds about everybody who does. */
public interface LiveDoor {

    /** @return those of the listeners that are still in, and still the same */
    Set<Audience> stillWelcome(Set<Audience> listeners);
}
