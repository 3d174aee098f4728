package io.shouqi.sandbox;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where news is told promptly. Each round tells everything that is due, so a round that finds no place may be dropped;
 * the timer makes up for it.
 */
@Component
@SandboxOnly
class CourierThreads {

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            4,
            4,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(4),
            work -> new Thread(work, "sandbox-courier"),
            new ThreadPoolExecutor.DiscardPolicy());

    void hurry(Runnable round) {
        threads.execute(round);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }
}
