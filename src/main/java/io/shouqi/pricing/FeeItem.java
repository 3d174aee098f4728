package io.shouqi.pricing;

/** A fee that may be ordered. */
public record FeeItem(String code, String name, FeeGroup group) {}
