package io.shouqi.notice;

/** What a notice says; the message {@code notice.KIND} has the words. */
public enum NoticeKind {
    TASK_DELEGATED,
    TASK_COMMENTED,
    REQUEST_APPROVED,
    REQUEST_REJECTED,
    PAYMENT_ARRIVED
}
