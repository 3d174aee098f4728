package io.shouqi.pricing;

import java.math.BigDecimal;

/** A role's part of the commission in percent; the shares of a deal sum to 100. */
public record Share(String role, BigDecimal percent) {}
