package io.shouqi.pricing;

/** A fee that may be chosen. */
public record FeeItem(String code, String name, FeeGroup group) {}
