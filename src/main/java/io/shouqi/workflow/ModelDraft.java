package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a process or form, from the first stroke to the version it becomes.
 *
 * @param key of the process or form
 * @param baseVersion the version it was made from
 * @param seenVersion the version in force that its author knew of
 * @param authorFor the absent colleague whose work it is
 * @param revision counts the changes
 * @param submission number of the process that reviews it
 * @param running what becomes of the cases that run
 * @param opinion what the approver said
 */
public record ModelDraft(
        UUID id,
        String company,
        ModelKind kind,
        String key,
        String title,
        ModelStatus status,
        int baseVersion,
        int seenVersion,
        String reason,
        UUID author,
        String authorName,
        @Nullable UUID authorFor,
        Instant createdAt,
        Instant changedAt,
        int revision,
        @Nullable String submission,
        @Nullable Instant submittedAt,
        @Nullable RunningCases running,
        @Nullable UUID approver,
        @Nullable String approverName,
        @Nullable String opinion,
        @Nullable Instant decidedAt,
        @Nullable Integer publishedVersion) {

    /** Whether this actor made it, also while standing in for somebody else or being stood in for. */
    public boolean isBy(Actor actor) {
        return actor.sharesEyesWith(author) || (authorFor != null && actor.sharesEyesWith(authorFor));
    }

    ModelDraft require(ModelStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("models.draft.status." + status, title);
        }
        return this;
    }
}
