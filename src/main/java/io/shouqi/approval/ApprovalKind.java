package io.shouqi.approval;

/** What is asked for; the codes stand in the approval table. */
public enum ApprovalKind {
    DISCOUNT,
    WAIVER,
    DEFERRAL,
    REFUND,
    WRITE_OFF,
    BACK_DATED
}
