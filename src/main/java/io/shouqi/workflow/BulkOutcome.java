package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one task among several.
 *
 * @param task null where that person has no such task
 * @param refusal why it was not done; null where it was
 */
public record BulkOutcome(
        UUID id, @Nullable Task task, @Nullable Refusal refusal) {

    public boolean done() {
        return refusal == null;
    }
}
