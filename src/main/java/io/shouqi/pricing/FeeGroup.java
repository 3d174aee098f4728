package io.shouqi.pricing;

/** Basic services come with every deal; extended ones are charged only where the customer chose them. */
public enum FeeGroup {
    BASIC,
    EXTENDED
}
