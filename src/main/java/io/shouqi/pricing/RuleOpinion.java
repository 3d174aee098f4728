package io.shouqi.pricing;

import io.shouqi.identity.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one level of a review said. */
public record RuleOpinion(
        Role role, String by, boolean agreed, @Nullable String comment, Instant at) {}
