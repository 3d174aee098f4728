package io.shouqi.pricing;

import io.shouqi.pricing.sheet.CellKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the rate column says: "2.2%" or "5‰" of an amount, or a plain number of months. The sign is asked for, so that
 * nobody takes 2.2 for 2.2 %.
 */
record FeeRate(BigDecimal factor, boolean months) {

    private static final String MONTHS = " months";

    static final CellKind<FeeRate> KIND = CellKind.figures("pricing.cell.feeRate", FeeRate::code, FeeRate::read);

    private static @Nullable String code(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,8})?") ? text + MONTHS : CellKind.factor(text);
    }

    private static FeeRate read(String code) {
        return code.endsWith(MONTHS)
                ? new FeeRate(new BigDecimal(code.substring(0, code.length() - MONTHS.length())), true)
                : new FeeRate(new BigDecimal(code), false);
    }
}
