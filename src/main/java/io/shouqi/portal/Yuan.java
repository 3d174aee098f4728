package io.shouqi.portal;

import io.shouqi.shared.Money;
import java.util.Locale;

/** Amounts as people read them, the same in every language. */
public final class Yuan {

    private Yuan() {}

    /** ¥1,234.50 */
    public static String text(Money amount) {
        var sign = amount.isNegative() ? "-" : "";
        var fen = amount.abs().fen();
        return String.format(Locale.ROOT, "%s¥%,d.%02d", sign, fen / 100, fen % 100);
    }
}
