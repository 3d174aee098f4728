package io.shouqi.portal.monitor;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Moments as the engine's tables have them: in the time of the server that wrote them. */
final class EngineTime {

    private EngineTime() {}

    static Timestamp of(Instant moment) {
        return Timestamp.from(moment);
    }

    static ZonedDateTime shown(Timestamp stored, ZoneId zone) {
        return stored.toInstant().atZone(zone);
    }

    /** Never less than nothing, also where clocks of two nodes differ. */
    static Duration since(Timestamp stored, Instant now) {
        var age = Duration.between(stored.toInstant(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
