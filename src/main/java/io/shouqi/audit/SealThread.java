package io.shouqi.audit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second. A thread of its own, since whatever shares one may wait for a payment channel. */
@Component
class SealThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SealThread.class);

    private final Sealer sealer;
    private final DailyAnchor anchor;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    /** @param pause zero where tests seal by hand */
    SealThread(Sealer sealer, DailyAnchor anchor, @Value("${shouqi.audit.seal-every:PT1S}") Duration pause) {
        this.sealer = sealer;
        this.anchor = anchor;
        this.pause = pause;
    }

    @Override
    public void start() {
        if (pause.isZero()) {
            return;
        }
        var looking = new Thread(this::look, "audit-sealer");
        looking.setDaemon(true);
        thread = looking;
        looking.start();
    }

    private void look() {
        while (thread == Thread.currentThread()) {
            try {
                sealer.seal();
                anchor.writeWhereDue();
            } catch (RuntimeException e) {
                // the database or the disk is away: the facts wait, and so do we
                log.warn("facts wait for their seals", e);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking == null) {
            return;
        }
        looking.interrupt();
        try {
            looking.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
