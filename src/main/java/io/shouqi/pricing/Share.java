package io.shouqi.pricing;

import java.math.BigDecimal;

/**
 * A part of the commission.
 *
 * @param role LISTING, BUYER_SIDE, CLOSING, MANAGER or COMPANY
 */
public record Share(String role, BigDecimal percent) {}
