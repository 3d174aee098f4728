package io.shouqi.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One part of the plan: due at a milestone or on a day, one of the two. */
@Embeddable
public record InstalmentTerm(
        @Enumerated(EnumType.STRING) @Nullable Milestone milestone,
        @Nullable LocalDate dueOn,
        BigDecimal percent) {}
