package io.shouqi.pricing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state of a decision table; published, it prices what is signed from {@code validFrom} on.
 *
 * @param baseVersion what it was made from; null for the first of its table
 * @param author who made it, by name
 * @param approver who published it or turned it down; null before, and for what came with the product
 * @param revision counts the changes of a draft
 */
public record TableVersion(
        String table,
        String title,
        int version,
        LocalDate validFrom,
        RuleStatus status,
        @Nullable Integer baseVersion,
        String reason,
        String author,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable String approver,
        @Nullable Instant publishedAt,
        int revision,
        String sha256) {}
