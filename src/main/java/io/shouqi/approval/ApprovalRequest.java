package io.shouqi.approval;

import io.shouqi.pricing.DealType;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param subject number of what it is about, such as a contract
 * @param before what the customer would owe without the exception
 * @param after what the customer owes with it
 * @param moved how much money it is about: what the amounts of the approval table are compared with
 * @param requestedFor the absent colleague who was stood in for, and who may not decide either; null for one's own
 */
public record ApprovalRequest(
        String company,
        String storeCode,
        ApprovalKind kind,
        String subject,
        @Nullable DealType dealType,
        @Nullable BigDecimal percent,
        Money before,
        Money after,
        Money moved,
        String reason,
        UUID requestedBy,
        String requestedByName,
        @Nullable UUID requestedFor,
        LocalDate day) {}
