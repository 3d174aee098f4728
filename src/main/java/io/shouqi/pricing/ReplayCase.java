package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract that a replay changes.
 *
 * @param after null where the version has no answer
 * @param moved the sum of the changes of its lines, whichever direction
 */
public record ReplayCase(
        String contractNo,
        String storeCode,
        LocalDate signedOn,
        Money before,
        @Nullable Money after,
        Money moved,
        List<Line> lines) {

    /**
     * A line that changes.
     *
     * @param code of the fee, the role or the tax
     * @param payer "" where the line has none
     * @param rows which caused it
     */
    public record Line(String code, String payer, Money before, Money after, ReplayPart.Rows rows) {

        public Money delta() {
            return after.minus(before);
        }
    }
}
