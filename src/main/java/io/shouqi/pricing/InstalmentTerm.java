package io.shouqi.pricing;

import java.math.BigDecimal;

/**
 * A part that falls due with a milestone.
 *
 * @param milestone SIGNING, REGISTRATION, LOAN_APPROVED, TRANSFER or HANDOVER
 */
public record InstalmentTerm(String milestone, BigDecimal percent) {}
