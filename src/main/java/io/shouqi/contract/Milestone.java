package io.shouqi.contract;

/** Steps of a deal that make instalments due. */
public enum Milestone {
    SIGNING,
    REGISTRATION,
    LOAN_APPROVED,
    TRANSFER,
    HANDOVER
}
