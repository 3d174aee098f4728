package io.shouqi.outbox;

import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Wakes the pumps of this node when something was published here; other nodes find it by looking. */
@Component
class OutboxBell {

    private final CopyOnWriteArrayList<Runnable> sleepers = new CopyOnWriteArrayList<>();

    void wake(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    void ring() {
        sleepers.forEach(Runnable::run);
    }
}
