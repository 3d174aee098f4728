package io.shouqi.identity;

import io.shouqi.database.Reach;
import io.shouqi.live.Audience;
import java.util.UUID;

/** An open page, and as whom its session came. */
record ListeningSeat(String session, Actor actor) implements Audience {

    @Override
    public UUID person() {
        return actor.id();
    }

    @Override
    public Reach reach() {
        return actor.reach();
    }
}
