package io.shouqi.identity;

/** What a person does in the store; candidate groups of tasks carry these names. */
public enum Role {
    CLERK,
    CASHIER,
    AGENT,
    STORE_MANAGER,
    AREA_MANAGER,
    DIRECTOR,
    FINANCE,
    ANALYST,
    AUDITOR,
    ADMINISTRATOR
}
