package io.shouqi.sandbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News for a merchant, to be told until it is understood.
 *
 * @param held waits to be overtaken by later news
 */
record Delivery(
        UUID id,
        UUID merchant,
        String notificationId,
        String url,
        String content,
        @Nullable Misbehaviour misbehaviour,
        boolean held,
        int attempts,
        Instant nextAt) {}
