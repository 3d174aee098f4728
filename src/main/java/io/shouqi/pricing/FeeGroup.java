package io.shouqi.pricing;

/** Basic services come with every deal; extended ones only when ordered, never bundled. */
public enum FeeGroup {
    BASIC,
    EXTENDED
}
