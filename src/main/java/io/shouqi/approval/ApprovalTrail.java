package io.shouqi.approval;

import io.shouqi.identity.Role;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody must agree, to what, and who has.
 *
 * @param before what the customer would owe without the exception
 * @param after what the customer owes with it
 * @param steps the levels of the approval table, in their order
 */
public record ApprovalTrail(
        ApprovalKind kind,
        @Nullable BigDecimal percent,
        Money before,
        Money after,
        String reason,
        String requestedBy,
        List<Step> steps) {

    /** @param decidedBy null where that level has not decided yet */
    public record Step(
            Role role,
            @Nullable String decidedBy,
            @Nullable Boolean agreed,
            @Nullable String comment) {}
}
