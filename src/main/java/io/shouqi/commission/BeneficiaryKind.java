package io.shouqi.commission;

/** Who a share of a commission belongs to. */
public enum BeneficiaryKind {
    AGENT,
    /** Takes the share of a role that nobody on the contract holds. */
    STORE,
    COMPANY,
    CO_BROKER
}
