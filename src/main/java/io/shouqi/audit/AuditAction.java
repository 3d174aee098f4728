package io.shouqi.audit;

import java.util.Arrays;
import java.util.List;

/** What can be read in the log. The codes are stored and never change. */
public enum AuditAction {
    ROW_INSERTED("row.inserted"),
    ROW_UPDATED("row.updated"),
    ROW_DELETED("row.deleted"),
    LOGIN_SUCCEEDED("login.succeeded"),
    LOGIN_FAILED("login.failed"),
    LOGGED_OUT("login.ended"),
    SESSIONS_ENDED("sessions.ended"),
    RECOVERY_CODES_RENEWED("recovery.renewed"),
    DEPUTY_BEGAN("deputy.began"),
    DEPUTY_ENDED("deputy.ended"),
    ACCESS_REFUSED("access.refused"),
    EXPORTED("data.exported"),
    UNMASKED("data.unmasked"),
    PUBLISHED("thing.published"),
    VERIFIED("chain.verified");

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(AuditAction::code).toList();
    }
}
