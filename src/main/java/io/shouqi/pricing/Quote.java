package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.util.List;

/** Fees of a case, line by line; the total is the sum of the lines. */
public record Quote(List<FeeLine> lines, Money total) {}
