package io.shouqi.portal.lists;

/**
 * Which receivables somebody wants to see. Overdue is what the day says, not what the last run of the night marked.
 * Those taken back are no debts; they are seen where somebody asks for them.
 */
enum DebtState {
    UNPAID("r.status in ('WAITING', 'OPEN', 'OVERDUE')"),
    OVERDUE("r.status in ('OPEN', 'OVERDUE') and r.due_on < :today"),
    OPEN("r.status in ('OPEN', 'OVERDUE') and r.due_on >= :today"),
    WAITING("r.status = 'WAITING'"),
    SETTLED("r.status = 'SETTLED'"),
    ALL("r.status <> 'CANCELLED'"),
    CANCELLED("r.status = 'CANCELLED'");

    private final String condition;

    DebtState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
