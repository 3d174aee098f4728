package io.shouqi.identity.admin;

import io.shouqi.shared.BusinessTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as an administrator sees it; the key itself is nowhere.
 *
 * @param user name of the person it acts for
 */
record KeyRow(
        UUID id,
        String name,
        UUID userId,
        String username,
        String user,
        List<Scope> scopes,
        String hint,
        ZonedDateTime createdAt,
        @Nullable ZonedDateTime expiresAt,
        @Nullable ZonedDateTime lastUsedAt,
        @Nullable ZonedDateTime revokedAt,
        boolean replaced,
        State state) {

    /** Whether calls with it are let in, and why not. */
    enum State {
        ACTIVE,
        /** replaced, and still let in for a while */
        LEAVING,
        EXPIRED,
        REVOKED,
        /** the person it acts for works here no more */
        ORPHANED;

        static State of(
                Instant now,
                @Nullable ZonedDateTime expiresAt,
                @Nullable ZonedDateTime revokedAt,
                boolean replaced,
                boolean userActive) {
            if (revokedAt != null) {
                return REVOKED;
            }
            if (expiresAt != null && !expiresAt.toInstant().isAfter(now)) {
                return EXPIRED;
            }
            if (!userActive) {
                return ORPHANED;
            }
            return replaced ? LEAVING : ACTIVE;
        }
    }

    /** Revoked by mistake: it can be taken back, unless another took its place. */
    public boolean isRestorable() {
        return state == State.REVOKED && !replaced;
    }

    public boolean isWorking() {
        return state == State.ACTIVE || state == State.LEAVING;
    }

    /** As people here read a clock. */
    static ZonedDateTime local(Instant instant) {
        return instant.atZone(BusinessTime.ZONE);
    }
}
