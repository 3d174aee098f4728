package io.shouqi.pricing;

/** A side of a contract; fees say which of them pays. */
public enum PartyRole {
    BUYER,
    SELLER,
    TENANT,
    LANDLORD,
    DEVELOPER
}
