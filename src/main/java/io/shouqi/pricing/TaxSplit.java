package io.shouqi.pricing;

import io.shouqi.shared.Money;

/** A gross amount taken apart; the two always sum to it. */
public record TaxSplit(Money net, Money tax) {}
