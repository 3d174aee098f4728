package io.shouqi.pricing;

/** Where a version of a table is in its life. */
public enum RuleStatus {
    /** Its author works on it. */
    DRAFT,
    IN_REVIEW,
    /** It prices, and never changes. */
    PUBLISHED,
    REJECTED,
    WITHDRAWN;

    /** Whether nothing can become of it any more. */
    public boolean ended() {
        return this == PUBLISHED || this == REJECTED || this == WITHDRAWN;
    }
}
