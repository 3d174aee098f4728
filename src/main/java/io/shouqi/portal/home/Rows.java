package io.shouqi.portal.home;

/** Which rows count, said once: every figure and the list behind it mean the same. */
final class Rows {

    private Rows() {}

    /** What came in and was not reversed; by the moment it was received, as the list of receipts has it. */
    static final String RECEIVED = " receipt r where r.company = :company and r.store_code = any(:stores)"
            + " and not exists (select 1 from receipt_reversal v where v.receipt_no = r.number) ";

    /** What is owed or was, without what was cancelled. */
    static final String OWED =
            " receivable o where o.company = :company and o.store_code = any(:stores) and o.status <> 'CANCELLED' ";

    /** What should be there by now and is not. */
    static final String OVERDUE = " receivable o where o.company = :company and o.store_code = any(:stores)"
            + " and o.status not in ('SETTLED', 'CANCELLED') and o.due_on < :today and o.paid_fen < o.amount_fen ";

    /** In these stores, and meant for one of the person's roles or lying on the person's desk. */
    static final String TASKS = " task t where t.status = 'OPEN' and t.company = :company"
            + " and t.store_code = any(:stores) and (t.candidate_role = any(:roles) or t.assignee = any(:desks)) ";
}
