package io.shouqi.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the open pages. Ends them before the server begins its graceful shutdown, which would wait for them.
 */
@Component
class LivePulse implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivePulse.class);
    private static final long BEAT_SECONDS = 15;
    private static final long ASK_SECONDS = 3;

    private final LiveStreams streams;
    private final LiveDoor door;
    private volatile @Nullable ScheduledExecutorService thread;

    LivePulse(LiveStreams streams, LiveDoor door) {
        this.streams = streams;
        this.door = door;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var pulse = new Thread(work, "live-pulse");
            pulse.setDaemon(true);
            return pulse;
        });
        var beating = started.scheduleWithFixedDelay(streams::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        var asking = started.scheduleWithFixedDelay(this::ask, ASK_SECONDS, ASK_SECONDS, TimeUnit.SECONDS);
        streams.openAgain();
        thread = started;
    }

    private void ask() {
        try {
            streams.ask(door);
        } catch (RuntimeException e) {
            // without the database nobody hears anything either
            log.warn("nobody knows who may still listen: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        var started = thread;
        thread = null;
        if (started != null) {
            started.shutdownNow();
        }
        streams.closeAll();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
