package io.shouqi.receivable;

public enum ReceivableStatus {
    /** Its milestone is not reached: nothing is due, but money may come early. */
    WAITING,
    OPEN,
    OVERDUE,
    SETTLED,
    CANCELLED
}
