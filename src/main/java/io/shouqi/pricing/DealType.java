package io.shouqi.pricing;

/** What kind of deal a contract is about. */
public enum DealType {
    RESALE,
    NEW_HOME,
    RENTAL
}
