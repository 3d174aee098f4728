package io.shouqi.pricing;

import java.math.BigDecimal;

/**
 * One part of an instalment template.
 *
 * @param milestone SIGNING, REGISTRATION, LOAN_APPROVED, TRANSFER or HANDOVER
 */
public record InstalmentTerm(String milestone, BigDecimal percent) {}
