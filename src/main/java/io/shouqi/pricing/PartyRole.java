package io.shouqi.pricing;

/** Who pays. */
public enum PartyRole {
    BUYER,
    SELLER,
    TENANT,
    LANDLORD,
    DEVELOPER
}
