package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception that may need approval.
 *
 * @param kind DISCOUNT, WAIVER, DEFERRAL, REFUND, WRITE_OFF or BACK_DATED
 * @param amount what it costs
 */
public record ApprovalCase(
        String company,
        String kind,
        @Nullable DealType type,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        LocalDate on) {}
