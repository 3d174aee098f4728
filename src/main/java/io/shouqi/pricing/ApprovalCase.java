package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception that may need approval. What is not said (percent, amount) is taken to be as much as can be.
 *
 * @param kind DISCOUNT, WAIVER, DEFERRAL, REFUND, WRITE_OFF, BACK_DATED or RULE_CHANGE
 */
public record ApprovalCase(
        String company,
        String kind,
        @Nullable DealType type,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        LocalDate on) {}
