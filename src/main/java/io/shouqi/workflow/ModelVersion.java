package io.shouqi.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process or form that was deployed.
 *
 * @param title what it calls itself; its key where it has no name
 * @param author null for what came with the product
 * @param approver null for what came with the product
 * @param running cases that run on it; 0 for a form
 */
public record ModelVersion(
        ModelKind kind,
        String key,
        String title,
        int version,
        Instant deployedAt,
        @Nullable String author,
        @Nullable String approver,
        @Nullable String reason,
        long running) {}
