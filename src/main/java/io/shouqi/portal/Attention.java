package io.shouqi.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Why somebody should look at a contract. What each means stands here and nowhere else, so that a figure and the list
 * behind it are the same rows.
 */
public enum Attention {
    /** Entered more than a week ago, and not everybody has confirmed the fee list: somebody should call. */
    UNCONFIRMED("c.status in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_CONFIRMATION') and c.created_at < :weekAgo"),
    /** A customer's link ran out before it was used. */
    EXPIRED("""
            exists (select 1 from task t where t.business_key = c.number and t.status = 'OPEN'
                       and t.definition = 'userTask_renewLink')
            """);

    private static final Duration LONG = Duration.ofDays(7);

    private final String condition;

    Attention(String condition) {
        this.condition = condition;
    }

    /** About a contract c; may ask for the parameter weekAgo. */
    public String condition() {
        return condition;
    }

    public static OffsetDateTime weekAgo(Instant now) {
        return OffsetDateTime.ofInstant(now.minus(LONG), ZoneOffset.UTC);
    }
}
