package io.shouqi.approval;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one level said. */
@Entity
class ApprovalDecision {

    @Id
    private UUID id;

    private int level;

    @Enumerated(EnumType.STRING)
    private Role role;

    private UUID decidedBy;
    private String decidedByName;
    /** The absent colleague who was stood in for. */
    private @Nullable UUID decidedFor;

    private boolean agreed;
    private @Nullable String comment;
    private Instant decidedAt;

    protected ApprovalDecision() {}

    ApprovalDecision(int level, Role role, Actor actor, boolean agreed, @Nullable String comment, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.level = level;
        this.role = role;
        this.decidedBy = actor.id();
        this.decidedByName = actor.name();
        this.decidedFor = actor.onBehalfOf();
        this.agreed = agreed;
        this.comment = comment;
        this.decidedAt = now;
    }

    boolean agreed() {
        return agreed;
    }

    String decidedByName() {
        return decidedByName;
    }

    @Nullable
    String comment() {
        return comment;
    }

    boolean seenBy(Actor actor) {
        return actor.sharesEyesWith(decidedBy) || (decidedFor != null && actor.sharesEyesWith(decidedFor));
    }
}
