package io.shouqi.contract;

public enum ContractStatus {
    DRAFT,
    PENDING_APPROVAL,
    PENDING_CONFIRMATION,
    COLLECTING,
    SETTLED,
    CLOSED,
    CANCELLED;

    /** Whether a customer may owe or pay brokerage money now. */
    public boolean collects() {
        return this == COLLECTING || this == SETTLED;
    }

    public boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }
}
