package io.shouqi.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification somebody asked for.
 *
 * @param total links there are to walk
 * @param findings the first of the faults
 * @param failure why it could not finish
 */
public record AskedVerification(
        UUID id,
        Instant askedAt,
        State state,
        long checked,
        long total,
        long waiting,
        long faults,
        List<Finding> findings,
        @Nullable String failure) {

    public enum State {
        RUNNING,
        INTACT,
        FAULTS,
        /** the node that ran it is gone, or it could not read what it needed */
        BROKEN_OFF
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    public int percent() {
        return total == 0 ? 100 : (int) (checked * 100 / total);
    }
}
