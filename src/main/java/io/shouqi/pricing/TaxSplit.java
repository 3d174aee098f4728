package io.shouqi.pricing;

import io.shouqi.shared.Money;

/** An amount as what is earned and what is tax. */
public record TaxSplit(Money net, Money tax) {}
